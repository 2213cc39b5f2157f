package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Jvm;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.attempts.Attempts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter at which the process really ended: the next one serves, and does not read it again. */
class EndedProcessTest {
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String LARGE = "The memo asks for removal.\n".repeat(3_000);

  /** How the JVM ends under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int NO_MEMORY = 3;

  @TempDir Path directory;

  private static String letter(String subject, String text) {
    return "From: %s\nTo: %s\nSubject: %s\n\n%s\n".formatted(BOLA, COALITION, subject, text);
  }

  @Test
  void theNextProcessAsksAConvenorAndPostsWhatComesThen() throws Exception {
    WorkspaceId workspace = ended();
    try (InboundPostOffice second = new InboundPostOffice(directory, InboundPostOffice.LOOPBACK)) {
      List<String> read = new ArrayList<>();
      second.reading = incoming -> read.add(incoming.letter().subject());
      second.workspace = workspace;
      second.accounts.put(BOLA, "bola");
      assertThat(second.postmaster.takeOver()).isEqualTo(1);
      second.settle();
      second.post(BOLA, COALITION, letter("Call", LARGE));

      assertThat(read).as("what was read").containsOnly("Call");
      assertThat(second.events(LetterEvent.LetterHeld.class))
          .singleElement()
          .satisfies(
              held -> {
                assertThat(held.reasons()).containsExactly(RefusalMessages.ENDED);
                assertThat(held.letter().blob()).isNotBlank();
              });
      assertThat(second.events(EntryEvent.EntryPosted.class)).hasSize(1);
      assertThat(second.records.count().await()).isZero();
      assertThat(second.records.attempts().ended()).as("marks that are left").isEmpty();
    }
  }

  /** It was killed between the end of a letter and that of its mark. */
  @Test
  void aMarkWhoseLetterIsOutOfTheInboxIsTakenAway() throws Exception {
    try (InboundPostOffice first =
        new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition()) {
      Node killed = Node.alone(first.installation.mongo());
      var marks =
          new Attempts(
              first.installation.mongo(), first.installation.vault(), killed, Clocks.fromTen());
      assertThat(marks.begin("letter.gone")).isPresent();
      assertThat(marks.begin("page.gone")).isPresent();

      first.postmaster.takeOver();

      assertThat(first.records.attempts().ended())
          .extracting(Attempts.Ended::thing)
          .containsExactly("page.gone");
    }
  }

  @Test
  void aStopInOrderIsNobodysEnd() throws Exception {
    WorkspaceId workspace;
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    try (InboundPostOffice first =
        new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition()) {
      workspace = first.workspace;
      first.reading =
          incoming -> {
            begun.countDown();
            waits(goesOn);
          };
      first.send(BOLA, List.of(COALITION), letter("Memo", LARGE));
      waits(begun);
    }
    goesOn.countDown();
    try (InboundPostOffice second = new InboundPostOffice(directory, InboundPostOffice.LOOPBACK)) {
      second.workspace = workspace;
      second.accounts.put(BOLA, "bola");
      assertThat(second.postmaster.takeOver()).isEqualTo(1);
      second.settle();

      assertThat(second.events(LetterEvent.LetterHeld.class)).isEmpty();
      assertThat(second.events(EntryEvent.EntryPosted.class)).hasSize(1);
    }
  }

  private static void waits(CountDownLatch latch) {
    try {
      assertThat(latch.await(Clocks.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a process until a letter has ended it. */
  private WorkspaceId ended() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(Jvm.java(), "-Xmx128m"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
    line.addAll(Jvm.classes());
    line.addAll(List.of(Doomed.class.getName(), directory.toString()));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(NO_MEMORY);
    return new WorkspaceId(
        said.lines()
            .filter(l -> l.startsWith(Doomed.SAYS))
            .findFirst()
            .orElseThrow()
            .substring(Doomed.SAYS.length()));
  }

  /** Takes a letter whose reading takes all memory. */
  static final class Doomed {
    static final String SAYS = "workspace ";

    /** More than it has. */
    private static final int MOST_MIB = 1024;

    private Doomed() {}

    /** Ends by itself. */
    public static void main(String[] args) throws IOException {
      InboundPostOffice office =
          new InboundPostOffice(Path.of(args[0]), InboundPostOffice.LOOPBACK).withCoalition();
      System.out.println(SAYS + office.workspace.value());
      System.out.flush();
      office.reading =
          incoming -> {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < MOST_MIB) {
              all.add(new byte[1 << 20]);
            }
            throw new IllegalStateException("there was memory for " + all.size() + " MiB");
          };
      office.send(BOLA, List.of(COALITION), letter("Memo", LARGE));
      LockSupport.park();
    }
  }
}
