package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.crypto.NativeProvider;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More letters than there is memory go out and come in again, also when the power goes in between.
 */
@Tag("slow")
class LargeArchiveTest {
  /** Whatever the workspace has. */
  private static final String HEAP = "-Xmx160m";

  /** A letter is larger than half a region of the usual collector, which would go round for it. */
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  /** What computes most is native, as in a server. */
  private static final String COMPILER = "-XX:TieredStopAtLevel=1";

  private static final int LETTER_BYTES = 20 * 1024 * 1024;

  /** 200 MB, a quarter more than the heap. */
  private static final int LETTERS = 10;

  @TempDir Path directory;

  @Test
  void aWorkspaceLargerThanTheHeapIsExportedAndAnImportOutlivesAKill() throws Exception {
    var home = directory.resolve("home");
    var file = directory.resolve("large.caucus");
    var made = run("make", home, file, "" + LETTERS);
    assertThat(Files.size(file)).isGreaterThan((long) LETTERS * LETTER_BYTES);

    var there = directory.resolve("there");
    var killed = start("import", there, file, "0");
    awaitGrowth(there.resolve("caucus.mv"), LETTERS * LETTER_BYTES / 4);
    killed.toHandle().destroyForcibly();
    assertThat(killed.waitFor()).isNotZero();

    assertThat(run("import", there, file, "0")).isEqualTo(made);
  }

  /** Until the second reading is under way: the store has grown by what is in the archive. */
  private static void awaitGrowth(Path store, long bytes) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    var directory = store.resolveSibling("");
    while (size(directory) < bytes) {
      assertThat(System.nanoTime()).as("the import gets going").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static long size(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (var files = Files.list(directory)) {
      return files.mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private String run(String what, Path data, Path file, String letters) throws Exception {
    var child = start(what, data, file, letters);
    var said = new String(child.getInputStream().readAllBytes(), UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    return said.lines().filter(l -> l.startsWith("= ")).findFirst().orElseThrow();
  }

  private static Process start(String what, Path data, Path file, String letters)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var words =
        new ArrayList<>(
            List.of(java, HEAP, COLLECTOR, COMPILER, "-cp", path, Child.class.getName()));
    words.addAll(List.of(what, data.toString(), file.toString(), letters));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The process with little memory. */
  static final class Child {
    private static final ArchiveKey KEY =
        new ArchiveKey.Passphrase("lantern orchard velvet ferry".toCharArray());

    private Child() {}

    /** Makes a workspace and exports it, or imports it. */
    public static void main(String[] args) {
      NativeProvider.prefer();
      long start = System.nanoTime();
      try (var coalition = new ArchivedCoalition(Path.of(args[1]))) {
        var contents =
            args[0].equals("make")
                ? make(coalition, Path.of(args[2]), Integer.parseInt(args[3]))
                : coalition.imports().run(Path.of(args[2]), KEY, ProgressListener.SILENT);
        System.out.println("= " + contents);
        System.out.println(args[0] + " took " + (System.nanoTime() - start) / 1_000_000 + " ms");
      }
    }

    private static ArchiveContents make(ArchivedCoalition coalition, Path file, int letters) {
      WorkspaceId workspace = coalition.found(20);
      var random = new Random(3);
      for (int i = 0; i < letters; i++) {
        var bytes = new byte[LETTER_BYTES];
        random.nextBytes(bytes);
        coalition.blobs.put(workspace, bytes).await();
      }
      return coalition.export().run(workspace, file, KEY, Instant.EPOCH, ProgressListener.SILENT);
    }
  }
}
