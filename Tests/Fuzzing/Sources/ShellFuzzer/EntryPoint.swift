/// What libFuzzer calls with every input that it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedTalk(Array(UnsafeBufferPointer(start: start, count: count))).check()
  return 0
}
