package no.vegvisar.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at a PostgreSQL data directory before anything is started on it, because PostgreSQL itself
 * answers each of these troubles with a minute of silence (spike §1). Answers a remedy in one line,
 * or mends what is safe to mend.
 */
final class DataDirectory {

  private final Path directory;
  private final int port;
  private final String major;

  DataDirectory(Path directory, int port, String major) {
    this.directory = directory.toAbsolutePath().normalize();
    this.port = port;
    this.major = major;
  }

  /** Throws {@link DatabaseTrouble} with the remedy; returns when PostgreSQL may be started. */
  void prepare() {
    try {
      Files.createDirectories(directory);
      refuseSecondStart();
      refuseOtherVersion();
      boolean ours = forgetForeignPid();
      if (!ours && portTaken()) {
        throw new DatabaseTrouble(
            "Port "
                + port
                + " is taken by another program. Stop it, or choose another port with"
                + " --vegvisar.embedded-database.port=<port>.");
      }
    } catch (IOException e) {
      throw new DatabaseTrouble(
          "The data directory "
              + directory
              + " cannot be read or written ("
              + e.getClass().getSimpleName()
              + "). Check its owner and the free space, or choose another with --vegvisar.embedded-database.directory=<path>.");
    }
  }

  /**
   * Throws the data away, so that the demo begins anew; only after {@link #prepare()} has found
   * that nobody runs on it.
   */
  void empty() {
    if (portTaken()) {
      throw new DatabaseTrouble(
          "A PostgreSQL is still running on "
              + directory
              + ", left behind by a start that was killed. Start once without"
              + " --vegvisar.demo.reset, stop, and reset then.");
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(directory)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new DatabaseTrouble(
          "The data directory "
              + directory
              + " could not be emptied ("
              + e.getClass().getSimpleName()
              + ").");
    }
  }

  private void refuseSecondStart() throws IOException {
    Path lock = directory.resolve("epg-lock");
    if (!Files.exists(lock)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      var held = channel.tryLock();
      if (held == null) {
        throw alreadyRunning();
      }
      held.release();
    } catch (OverlappingFileLockException e) {
      throw alreadyRunning();
    }
  }

  private DatabaseTrouble alreadyRunning() {
    return new DatabaseTrouble(
        "Vegvisar is already running on "
            + directory
            + ". Use that one, stop it first, or start a second one with another"
            + " --vegvisar.embedded-database.directory, --vegvisar.embedded-database.port and --server.port.");
  }

  private void refuseOtherVersion() throws IOException {
    Path file = directory.resolve("PG_VERSION");
    if (Files.exists(file)) {
      String found = Files.readString(file).strip();
      if (!found.equals(major)) {
        throw new DatabaseTrouble(
            "The data in "
                + directory
                + " were written by PostgreSQL "
                + found
                + ", this is PostgreSQL "
                + major
                + ". Move the directory away to begin anew, or dump it with the old version and load it here.");
      }
    }
  }

  /**
   * A pid file that names a live process which is not PostgreSQL on this directory is a leftover:
   * it goes.
   */
  private boolean forgetForeignPid() throws IOException {
    Path file = directory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines = Files.readAllLines(file);
    long pid = lines.isEmpty() ? -1 : parse(lines.get(0));
    Optional<ProcessHandle> process =
        pid < 0 ? Optional.empty() : ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return false;
    }
    if (isPostgresHere(process.get())) {
      return true;
    }
    Files.delete(file);
    return false;
  }

  /** A PostgreSQL on another directory may have got the number after the machine started anew. */
  private boolean isPostgresHere(ProcessHandle process) {
    boolean postgres =
        process
            .info()
            .command()
            .map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
            .orElse(true);
    boolean here =
        process
            .info()
            .arguments()
            .map(arguments -> List.of(arguments).contains(directory.toString()))
            .orElse(true);
    return postgres && here;
  }

  private boolean portTaken() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long parse(String line) {
    try {
      return Long.parseLong(line.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
