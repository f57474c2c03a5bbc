package org.sistercityimpact.ingest.xlsx;

/** Bytes of a part, from first to last. */
interface Source {
  /** Reads up to {@code length} bytes into {@code into} from {@code at} on; -1 at the end. */
  int read(byte[] into, int at, int length) throws Unreadable;

  /** Gives back what reading takes before its end; reading on gives nothing. */
  void close();
}
