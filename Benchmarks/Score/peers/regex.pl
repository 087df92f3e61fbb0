#!/usr/bin/perl
# Scrubs texts with regular expressions, as a careful person would write them for a log pipeline.
# Standard input: one JSON string a line. Standard output: the same, and the seconds of the best
# round as the last line. Argument: the number of rounds.
use strict;
use warnings;
use JSON::PP;
use Time::HiRes qw(time);

my $rounds = shift // 1;
my $json = JSON::PP->new->utf8->allow_nonref;
my @texts = map { chomp; $json->decode($_) } <STDIN>;

my $name = qr/[\p{L}\p{N}_.+~@%=,\-\[\]()#&]/;
my $octet = qr/(?:25[0-5]|2[0-4]\d|1?\d?\d)/;
my $secretWord =
  qr/(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|auth|credential|account[_-]?key|signature|sig)/i;

sub scrub {
  my ($text) = @_;

  # Keys and tokens with a form of their own.
  $text =~ s/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)/<secret>/gs;
  $text =~ s/\beyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*)?/<secret>/g;
  $text =~ s/\b(?:AKIA|ASIA|AGPA|AROA|AIDA)[A-Z0-9]{16}\b/<secret>/g;
  $text =~ s/\bgh[pousr]_[A-Za-z0-9]{20,}\b/<secret>/g;
  $text =~ s/\bgithub_pat_[A-Za-z0-9_]{20,}\b/<secret>/g;
  $text =~ s/\bglpat-[A-Za-z0-9_-]{16,}/<secret>/g;
  $text =~ s/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/<secret>/g;
  $text =~ s/\b[srp]k_(?:live|test)_[A-Za-z0-9]{10,}\b/<secret>/g;
  $text =~ s/\bsk-[A-Za-z0-9_-]{20,}/<secret>/g;
  $text =~ s/\bAIza[A-Za-z0-9_-]{30,}/<secret>/g;
  $text =~ s/\b(?:npm|hf|dop_v1|shpat|pypi|SG|dckr_pat|dapi|atlasv1|whsec)[_.-][A-Za-z0-9_.-]{16,}/<secret>/g;
  $text =~ s/\b(Bearer|Basic|Digest|Token)\s+[A-Za-z0-9._~+\/=-]{8,}/$1 <secret>/gi;

  # Credentials in URLs and connection strings, then what stands behind a telling name.
  $text =~ s{\b([a-z][a-z0-9+.-]*)://[^\s/@'"<>]*:[^\s/'"<>]*@[^\s'"<>]+}{$1://<secret>}gi;
  $text =~ s/(\b(?:[\w-]*[_-])?$secretWord["']?\s*[=:]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s;,&"'<>]+)/$1<secret>/g;
  $text =~ s/(--?(?:$secretWord)[= ])(\S+)/$1<secret>/g;
  $text =~ s/\b((?:user(?: ?id|name)?|uid|server|host|data source|database|initial catalog|dbname)\s*=\s*)[^;\s]+(?=\s*;|\s+\w+=)/$1<secret>/gi;

  # Addresses of people.
  $text =~ s/[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/<email>/g;

  # Paths: in quotes with spaces, URLs of files, Windows, network shares, POSIX.
  $text =~ s{(["'`])(?:(?:file:)?//?|~/|\.{1,2}/|[A-Za-z]:[\\/]|\\\\)[^"'`\n]*\1}{$1<path>$1}g;
  $text =~ s{\bfile:/+[^\s"'<>)]+}{<path>}g;
  $text =~ s{(?<![A-Za-z0-9])[A-Za-z]:\\{1,2}(?:[^\\/:*?"<>|\r\n]+\\{1,2})*[^\\/:*?"<>|\s,;)]*}{<path>}g;
  $text =~ s{\\\\{1,3}[\w.\$-]+\\{1,2}(?:[^\\/:*?"<>|\r\n]+\\{1,2})*[^\\/:*?"<>|\s,;)]*}{<path>}g;
  $text =~ s{(?<![\w/:<.~-])(?:~[\w.-]*|\.{1,2})?/$name+(?:/$name*)*}{<path>}g;
  $text =~ s{(?<![\w/:<.~-])$name+(?:/$name+)+\.\w{1,6}\b}{<path>}g;

  # Hosts, machines and numbers of people.
  $text =~ s/(?<![\d.])$octet(?:\.$octet){3}(?![\d.]*\d)/<ip>/g;
  $text =~ s/(?<![:\w])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![:\w])/<ip>/gi;
  $text =~ s/(?<![:\w])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![:\w])/<ip>/gi;
  $text =~ s/\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/<mac>/gi;
  $text =~ s/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/<iban>/g;
  $text =~ s/(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/<card>/g;
  $text =~ s/(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/<ssn>/g;
  $text =~ s/(?<![\w.])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?!\d)/<phone>/g;
  $text =~ s/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/<id>/gi;
  $text =~ s/\b[0-9a-f]{32,}\b/<secret>/gi;
  return $text;
}

my (@outputs, $best);
for (1 .. $rounds) {
  my $start = time;
  @outputs = map { scrub($_) } @texts;
  my $seconds = time - $start;
  $best = $seconds if !defined $best || $seconds < $best;
}
print $json->encode($_), "\n" for @outputs, $best;
