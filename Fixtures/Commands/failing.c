// Lets the n-th call of one function fail: GAUZE_FAIL=NAME:N:ERRNO, preloaded. Makes the file
// GAUZE_HIT if it came to that.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

// Whether this call of `name` is to fail.
static int fails(const char *name) {
  const char *plan = getenv("GAUZE_FAIL");
  size_t length = strlen(name);
  if (!plan || strncmp(plan, name, length) || plan[length] != ':') return 0;
  char *end;
  long number = strtol(plan + length + 1, &end, 10);
  if (atomic_fetch_add(&calls, 1) + 1 != number) return 0;
  const char *hit = getenv("GAUZE_HIT");
  if (hit) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, hit, O_CREAT | O_WRONLY, 0600));
  errno = atoi(end + 1);
  return 1;
}

#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

ssize_t read(int fd, void *room, size_t count) {
  return fails("read") ? -1 : syscall(SYS_read, fd, room, count);
}
ssize_t write(int fd, const void *bytes, size_t count) {
  if (fd > 2 && fails("write")) return -1;
  // Half of it, as a disk that fills up or a pipe may do.
  if (fd > 2 && fails("half")) return syscall(SYS_write, fd, bytes, count / 2 + 1);
  return syscall(SYS_write, fd, bytes, count);
}
int fsync(int fd) { return fails("fsync") ? -1 : syscall(SYS_fsync, fd); }
int close(int fd) {
  int result = syscall(SYS_close, fd);
  return fails("close") ? -1 : result;
}
int rename(const char *from, const char *to) {
  return fails("rename") ? -1 : syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return fails("open") ? -1 : syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return fails("open") ? -1 : syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int pthread_create(void *thread, const void *attributes, void *(*start)(void *), void *argument) {
  if (fails("thread")) return EAGAIN;
  return NEXT(int (*)(void *, const void *, void *(*)(void *), void *), "pthread_create")(
    thread, attributes, start, argument);
}
