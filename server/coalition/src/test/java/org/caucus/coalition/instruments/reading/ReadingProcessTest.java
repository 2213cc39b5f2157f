package org.caucus.coalition.instruments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.reading.DocumentReader.Tracked;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a document does to the process that reads it stays there. */
class ReadingProcessTest {
  private static final ReadingProcess.Limits TIGHT =
      new ReadingProcess.Limits(Duration.ofSeconds(3), 32, 1);

  private static Vertx vertx;

  private final List<ReadingProcess> open = new ArrayList<>();

  /** Programs that do what a document could make a reader do. */
  static final class Taken {
    private static final List<byte[]> HOARD = new ArrayList<>();

    private Taken() {}

    public static void main(String[] arguments) throws Exception {
      switch (new String(System.in.readAllBytes(), StandardCharsets.UTF_8)) {
        case "endless" -> {
          while (true) {
            Thread.onSpinWait();
          }
        }
        case "hoards" -> {
          while (true) {
            HOARD.add(new byte[1 << 20]);
          }
        }
        case "pours" -> {
          while (true) {
            System.out.write(new byte[1 << 16]);
          }
        }
        case "environment" ->
            System.out.print(refused(System.getenv().isEmpty() ? "document-has-no-text" : "x"));
        case "gap" -> System.out.print(whole("[[\"PARAGRAPH\",0,1,2,null,null]]"));
        case "kind" -> System.out.print(whole("[[\"PARAGRAPH\",0,0,2,null,\"BOMB\"]]"));
        case "code" -> System.out.print(refused("sign-in-first"));
        case "crash" -> Runtime.getRuntime().halt(9);
        default -> System.out.print("no JSON {");
      }
    }

    private static String refused(String code) {
      return "{\"refused\":\"" + code + "\",\"arguments\":{}}";
    }

    private static String whole(String blocks) {
      return "{\"format\":\"TEXT\",\"title\":\"\",\"language\":\"\",\"text\":\"ab\",\"blocks\":"
          + blocks
          + ",\"changes\":0,\"changers\":0,\"comments\":[],\"mappings\":[]}";
    }
  }

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close().await();
  }

  @AfterEach
  void close() {
    open.forEach(ReadingProcess::close);
  }

  private Reading read(String words, String name) {
    ReadingProcess reader = new ReadingProcess(vertx);
    open.add(reader);
    return reader
        .read(words.getBytes(StandardCharsets.UTF_8), name, Tracked.AS_IT_WOULD_BE)
        .await();
  }

  private String refusedBy(String program) {
    ReadingProcess reader =
        new ReadingProcess(
            vertx, TIGHT, System.getProperty("java.class.path"), Taken.class.getName());
    open.add(reader);
    try {
      byte[] bytes = program.getBytes(StandardCharsets.UTF_8);
      reader.read(bytes, "a.txt", Tracked.AS_IT_WOULD_BE).await();
      return "";
    } catch (Refusal e) {
      return e.message().code();
    }
  }

  @Test
  void readsPlainTextAsItIs() {
    String words = "Draft Code\n\nPART I\n\n1. All platforms.\n  They\n  are many.\n2. (a) x\n";
    Reading reading = read(words.replace("\n", "\r\n"), "Draft.TXT");
    Outline outline = Cutter.cut(reading.text());

    assertThat(reading.text().text()).isEqualTo(words);
    assertThat(reading.format()).isEqualTo(Reading.Format.TEXT);
    assertThat(reading.title()).isEqualTo("Draft Code");
    assertThat(outline.segments().stream().map(s -> s.path() == null ? "" : s.path().brief()))
        .containsExactly("", "I", "I/1", "I/2", "I/2(a)");
  }

  @Test
  void readsMarkdownByWhatItShows() {
    Reading reading =
        read(
            "# Code\n\nSome *words*\nof [it](x).\n\n3. Three\n   - a\n4. Four\n\n| a | b |\n|-|-|\n| c | d |\n",
            "c.md");

    assertThat(reading.text().text())
        .isEqualTo("Code\nSome words of it.\n3. Three\n• a\n4. Four\na\tb\nc\td\n");
    assertThat(reading.title()).isEqualTo("Code");
  }

  @Test
  void endsAProcessThatTakesTooLong() {
    assertThat(refusedBy("endless")).isEqualTo("document-takes-too-long");
  }

  @Test
  void endsAProcessThatTakesTooMuchMemory() {
    assertThat(refusedBy("hoards")).isEqualTo("document-takes-too-much-memory");
  }

  @Test
  void believesNoAnswerThatIsNone() {
    for (String program : List.of("garbage", "gap", "kind", "code", "crash", "pours")) {
      assertThat(refusedBy(program)).as(program).isEqualTo("document-is-damaged");
    }
  }

  /** Keys and addresses of the server are in its environment: the process has none of it. */
  @Test
  void givesTheProcessNoEnvironment() {
    assertThat(System.getenv()).isNotEmpty();
    assertThat(refusedBy("environment")).isEqualTo("document-has-no-text");
  }

  @Test
  void refusesByName() {
    assertThatThrownBy(() -> read("x", "a.xls")).hasMessageContaining("only Word");
    assertThatThrownBy(() -> read("x", "a.docm")).hasMessageContaining("macros");
    assertThatThrownBy(() -> read(" ", "a.txt")).hasMessageContaining("no text");
    assertThatThrownBy(() -> read("x".repeat(5 << 20), "a.txt"))
        .hasMessageContaining("4 MB of text");
    assertThatThrownBy(() -> read("1. x\n".repeat(6000), "a.txt"))
        .hasMessageContaining("5,000 provisions");
    ReadingProcess reader = new ReadingProcess(vertx);
    open.add(reader);
    byte[] large = new byte[(20 << 20) + 1];
    assertThat(reader.read(large, "a.pdf", Tracked.AS_IT_WAS).cause())
        .hasMessageContaining("20 MB");
  }
}
