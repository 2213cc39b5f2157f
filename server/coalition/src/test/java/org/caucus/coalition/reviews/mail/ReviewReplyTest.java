package org.caucus.coalition.reviews.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.caucus.coalition.reviews.NewPosition;
import org.caucus.coalition.reviews.Stance;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;

/** Letters as people and programs write them: the answer that was meant, or none, never another. */
class ReviewReplyTest {
  private static final Edition DRAFT =
      edition(
          "PART I",
          "1. This Code applies to platforms.",
          "2. A platform names a contact.",
          "3. A platform shall—",
          "(a) act in good faith;",
          "(b) remove within 24 hours what a court has ordered;",
          "(c) keep a record;",
          "(d) tell the person.",
          "PART II",
          "4. (1) A platform reports each year.",
          "(2) The report is public.",
          "5. A platform has an office.",
          "6. A platform hears appeals.",
          "7. A platform answers to a court.",
          "Schedule 1",
          "1. Form of the report");

  private static Edition edition(String... lines) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      int from = text.length();
      text.append(line).append('\n');
      blocks.add(Block.paragraph(from, text.length()));
    }
    Outline outline = Cutter.cut(TextOfRecord.of(text.toString(), blocks));
    List<Placed> placed = outline.segments().stream().map(s -> placed(s, text.toString())).toList();
    var source = new Edition.Source(null, "", "", 0);
    var by = new SeatId("amina");
    return new Edition(
        1, "Draft", null, source, "", text.length(), by, Instant.EPOCH, null, placed);
  }

  private static Placed placed(Segment segment, String text) {
    String path = segment.path() == null ? "" : segment.path().mail();
    String id = segment.path() == null ? null : segment.path().brief();
    StoredText words = StoredText.of(segment.in(text));
    return new Placed(id, segment.kind(), segment.level(), segment.path(), path, words);
  }

  /** Rows of what it is, and the letter; in brackets the code of a refusal. */
  @Test
  void eachLetterIsTheAnswerThatWasMeantOrNone() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = rows();
    for (String row : rows) {
      String[] parts = row.split(" \\|\\| ?", 2);
      String is = shown(parts[1].replace("\\n", "\n"));
      if (!is.equals(parts[0])) {
        wrong.add(row + "   WAS   " + is);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThan(100);
  }

  private static String shown(String letter) {
    try {
      return switch (ReviewReply.in(DRAFT, letter)) {
        case ReviewReply.Positions p ->
            p.given().stream().map(ReviewReplyTest::shown).collect(Collectors.joining("; "));
        case ReviewReply.Declined d ->
            d.reason().isEmpty() ? "declined" : "declined | " + d.reason();
      };
    } catch (Refusal no) {
      return "[" + no.message().code() + "]";
    }
  }

  private static String shown(NewPosition one) {
    String where = one.provision() == null ? "rest" : one.provision();
    String why = one.reason().isEmpty() ? "" : " | " + one.reason().replace("\n", "\\n");
    String words = one.words() == null ? "" : " >> " + one.words().replace("\n", "\\n");
    return where + "=" + one.stance() + why + words;
  }

  private static List<String> rows() throws IOException {
    try (var in = ReviewReplyTest.class.getResourceAsStream("/reviews/replies.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }
  }

  /** Whatever stands between a provision, a stance and a reason, and in whichever language. */
  @Test
  void eachShapeOfALineIsReadAlike() {
    List<String> where = List.of("I/3(b)", "3(b)", "Article 3 b", "s.3(b)", "Part I, 3(b)", "٣(b)");
    Map<Stance, List<String>> said =
        Map.of(
            Stance.SUPPORT, List.of("support", "Soutien", "تأييد", "SUPPORT."),
            Stance.CONCERN, List.of("concern", "réserve", "reserve", "تحفظ"),
            Stance.OPPOSE, List.of("oppose", "opposition", "معارضة", "Oppose!"),
            Stance.NO_VIEW, List.of("none", "sans opinion", "لا رأي", "No view"));
    List<String> between = List.of(": ", ":", " : ", " - ", " = ", " – ", "\uff1a", " ");
    List<String> before = List.of("", "- ", "* ", "• ", "\u200f");
    int shapes = 0;
    for (String place : where) {
      for (String colon : between) {
        for (String bullet : before) {
          for (var each : said.entrySet()) {
            for (String word : each.getValue()) {
              String line = bullet + place + colon + word;
              assertThat(shown(line)).as(line).isEqualTo("I/3(b)=" + each.getKey());
              shapes++;
            }
          }
        }
      }
    }
    assertThat(shapes).isEqualTo(6 * 8 * 5 * 16);
  }

  /** A form of the longest text is read at once, and a letter of nothing but lines as well. */
  @Test
  void aLetterHasNoMoreLinesThanAreRead() {
    assertThat(shown("\n".repeat(ReviewReply.MAX_LINES + 1)))
        .isEqualTo("[this-answer-is-too-long]");
    assertThat(shown("3(b): oppose\n".repeat(ReviewReply.MAX_LINES)))
        .isEqualTo("[two-positions-on-one-provision]");
  }
}
