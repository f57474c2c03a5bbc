package org.sistercityimpact.check.xlsx;

/** Bytes of a part, from first to last. */
interface Source {
  /** Reads up to {@code length} bytes into {@code into} from {@code at} on; -1 at the end. */
  int read(byte[] into, int at, int length) throws Unreadable;

  /** Gives back what reading takes before its end; reading on gives nothing. */
  void close();

  /** Bytes that are there. */
  static Source of(byte[] bytes) {
    return new Source() {
      private int given;

      @Override
      public int read(byte[] into, int at, int length) {
        int read = Math.min(length, bytes.length - given);
        System.arraycopy(bytes, given, into, at, read);
        given += read;
        return read == 0 ? -1 : read;
      }

      @Override
      public void close() {
        given = bytes.length;
      }
    };
  }
}
