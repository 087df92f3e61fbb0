internal import GauzeCommand

@main struct Main {
  static func main() { Program.run() }
}
