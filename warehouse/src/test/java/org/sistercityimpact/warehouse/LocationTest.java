package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocationTest {
  @Test
  void aFileUriIsAFolderOfThisMachineAsItStands() {
    assertEquals(Path.of("/data/my warehouse"), Location.of("file:///data/my warehouse"));
    assertEquals(Path.of("/data/50%20"), Location.of("file:/data/50%20"));
    assertEquals(Path.of("a:b"), Location.of("a:b"));
    assertEquals(Path.of("inbox"), Location.of("inbox"));
  }

  @Test
  void sharedStorageNeedsSparksFiles() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> Location.of("hdfs://host:8020/impact"));
    assertEquals(
        "Cannot reach 'hdfs://host:8020/impact': only folders of this machine can be, without Spark's files (start it with the launcher, ./impact)",
        e.getMessage());
  }
}
