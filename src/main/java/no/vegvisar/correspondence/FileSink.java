package no.vegvisar.correspondence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where what leaves is laid down for the print room and the sender of notices; file names tell
 * nothing of a person.
 */
@Component
public class FileSink {

  private final Path directory;

  FileSink(@Value("${vegvisar.outbox.directory}") Path directory) {
    this.directory = directory;
  }

  /** Writes whole or not at all; the same row again writes the same file again. */
  public void lay(UUID rowId, String ending, byte[] content) throws IOException {
    Files.createDirectories(directory);
    Path part = Files.createTempFile(directory, ".part", null);
    try {
      Files.write(part, content);
      Files.move(
          part,
          directory.resolve(rowId + "." + ending),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
