package org.caucus.messaging.inbound.leakguard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.messaging.inbound.leakguard.QuoteDetectorTest.COALITION;
import static org.caucus.messaging.inbound.leakguard.QuoteDetectorTest.WORDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The words of files are known, and what cannot be read keeps nobody from writing. */
class FilesOfQuotesTest {
  private static final String OTHERS =
      "The ministry wants the register of notices to be public from the first of July, which two"
          + " of the platforms refuse to do before the court has decided about the appeal.";

  private static Given enclosing(String... names) {
    Given given = COALITION;
    for (String name : names) {
      given =
          given.does(
              Parties.AMINA,
              new ListCommand.StartThread(
                  "civil",
                  name,
                  Post.web("Enclosed.", null, null)
                      .with(List.of(new Entry.Attached(name, name, "text/plain", 1)))));
    }
    return given;
  }

  private static Optional<QuoteDetector.Narrower> asked(
      QuoteDetector quotes, Given given, String text) {
    return quotes.find(
        given.state(), Parties.AMINA, Scope.place(Audience.everyone()), List.of(text));
  }

  @Test
  void oneThatCannotBeReadHidesNoOther() {
    FileTextExtractor some =
        (workspace, file) -> {
          if (file.name().startsWith("bad")) {
            throw new IllegalStateException("no words");
          }
          return List.of(WORDS);
        };
    QuoteDetector quotes = new QuoteDetector(some);
    Given given = enclosing("bad", "good");
    Given many = enclosing("bad 1", "bad 2", "bad 3", "bad 4", "good");

    assertThat(asked(quotes, given, "> " + WORDS)).isPresent();
    assertThat(asked(quotes, given, "Nothing of the kind.")).isEmpty();
    QuoteDetector others = new QuoteDetector(some);
    asked(others, many, "> " + WORDS);
    assertThat(asked(others, many, "> " + WORDS)).isPresent();
  }

  @Test
  void oneThatCannotBeHadForTheMomentIsReadLater() {
    AtomicInteger tries = new AtomicInteger();
    QuoteDetector quotes =
        new QuoteDetector(
            (workspace, file) -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
              }
              return List.of(WORDS);
            });
    Given given = enclosing("plan");

    assertThat(asked(quotes, given, "> " + WORDS)).isEmpty();
    assertThat(asked(quotes, given, "> " + WORDS)).isPresent();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void oneReadsForAllWhoAsk() throws Exception {
    AtomicInteger read = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    QuoteDetector quotes =
        new QuoteDetector(
            (workspace, file) -> {
              read.incrementAndGet();
              begun.countDown();
              try {
                goesOn.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return List.of(WORDS);
            });
    Given given = enclosing("plan");
    var first = new FutureTask<>(() -> asked(quotes, given, "> " + WORDS));
    var second = new FutureTask<>(() -> asked(quotes, given, "> " + WORDS));

    Thread.ofPlatform().daemon().start(first);
    begun.await();
    Thread waiting = Thread.ofPlatform().daemon().start(second);
    while (waiting.getState() != Thread.State.WAITING
        && waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    goesOn.countDown();

    assertThat(first.get()).isPresent();
    assertThat(second.get()).isPresent();
    assertThat(read).hasValue(1);
  }

  /** Of the files of a letter one is read for all. */
  @Test
  void allDocumentsOfAKeptLetterAreKnownAndALostOneHasNoWords(@TempDir Path directory)
      throws IOException {
    try (Installation caucus = Installation.open(directory);
        ParsingExecutor heavy = new ParsingExecutor(1)) {
      WorkspaceId workspace = caucus.workspace();
      Blobs blobs = new Blobs(caucus.mongo(), caucus.vault());
      String letter =
          "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
              + document("a.docx", WORDS)
              + document("b.docx", OTHERS)
              + "--x\r\nContent-Type: text/plain; name=notes.txt\r\n\r\nSome notes.\r\n--x--\r\n";
      String blob = blobs.put(workspace, letter.getBytes(UTF_8)).await().value();
      FileTextExtractor files = FileTextExtractor.in(blobs, heavy);

      assertThat(
              String.join(" ", files.of(workspace, new Entry.Attached(blob, "a.docx", "", 9, 1))))
          .contains(WORDS, OTHERS, "Some notes.");
      blobs.delete(workspace, new BlobId(blob)).await();
      assertThat(files.of(workspace, new Entry.Attached(blob, "a.docx", "", 9, 1)))
          .containsExactly("a.docx");
      caucus.mongo().close();
      assertThatThrownBy(() -> files.of(workspace, new Entry.Attached(blob, "a.docx", "", 9, 1)))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static String document(String name, String words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(("<w:p><w:t>" + words + "</w:t></w:p>").getBytes(UTF_8));
    }
    return "--x\r\nContent-Type: application/octet-stream; name="
        + name
        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(bytes.toByteArray())
        + "\r\n";
  }
}
