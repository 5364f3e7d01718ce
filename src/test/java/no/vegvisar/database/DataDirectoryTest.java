package no.vegvisar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL answers these troubles with a minute of silence; we answer at once, in one line, with
 * the remedy.
 */
class DataDirectoryTest {

  @TempDir Path directory;
  private int free;

  @BeforeEach
  void findFreePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
  }

  @Test
  void an_empty_directory_is_made_and_taken() {
    Path fresh = directory.resolve("data/pg");

    assertThatCode(() -> new DataDirectory(fresh, free, "17").prepare()).doesNotThrowAnyException();
    assertThat(fresh).isDirectory();
  }

  @Test
  void a_second_start_on_the_same_directory_says_that_it_already_runs() throws IOException {
    Path lock = Files.createFile(directory.resolve("epg-lock"));

    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertRemedy(directory, "already running");
    }
  }

  @Test
  void a_lock_file_that_nobody_holds_is_no_trouble() throws IOException {
    Files.createFile(directory.resolve("epg-lock"));

    assertThatCode(() -> new DataDirectory(directory, free, "17").prepare())
        .doesNotThrowAnyException();
  }

  @Test
  void data_of_another_major_version_are_left_alone_and_the_way_on_is_told() throws IOException {
    Files.writeString(directory.resolve("PG_VERSION"), "18\n");

    assertRemedy(directory, "PostgreSQL 18", "PostgreSQL 17");
    assertThat(directory.resolve("PG_VERSION")).exists();
  }

  @Test
  void a_pid_file_that_names_a_foreign_process_is_forgotten() throws IOException {
    Path pid =
        Files.writeString(
            directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

    new DataDirectory(directory, free, "17").prepare();

    assertThat(pid).doesNotExist();
  }

  @Test
  void a_pid_file_that_names_a_dead_process_is_left_to_postgresql_itself() throws IOException {
    Path pid = Files.writeString(directory.resolve("postmaster.pid"), "99999999\n");

    assertThatCode(() -> new DataDirectory(directory, free, "17").prepare())
        .doesNotThrowAnyException();
    assertThat(pid).exists();
  }

  @Test
  void a_taken_port_is_told_with_the_way_to_choose_another() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new DataDirectory(directory, other.getLocalPort(), "17").prepare())
          .isInstanceOf(DatabaseTrouble.class)
          .hasMessageContaining("Port " + other.getLocalPort())
          .hasMessageContaining("--vegvisar.embedded-database.port");
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_told() throws IOException {
    Path file = Files.createFile(directory.resolve("a-file"));

    assertRemedy(file.resolve("pg"), "cannot be read or written");
  }

  @Test
  void the_remedy_is_one_line_without_a_stack_trace() {
    var analysis =
        new DatabaseTroubleAnalyzer()
            .analyze(new RuntimeException(new DatabaseTrouble("Port 1 is taken.")));

    assertThat(analysis.getDescription()).isEqualTo("Port 1 is taken.").doesNotContain("\n");
  }

  private void assertRemedy(Path at, String... words) {
    assertThatThrownBy(() -> new DataDirectory(at, free, "17").prepare())
        .isInstanceOf(DatabaseTrouble.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
  }
}
