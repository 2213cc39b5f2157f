package org.caucus.coalition.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.instruments.EditionComparison.Change;
import org.caucus.coalition.instruments.EditionComparison.Row;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of each provision from one edition to the next. */
class EditionComparisonTest {
  private static final String[] FIRST = {
    "PART I",
    "1. This Code applies to platforms that people in the country can use.",
    "2. A platform removes content within 24 hours of a notice.",
    "3. A platform tells the person who posted the content what was removed.",
    "PART II",
    "4. The agency keeps a register of platforms and their contacts.",
    "5. A platform pays a fee each year to the agency."
  };

  private static Edition edition(@Nullable Edition before, String... lines) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      int from = text.length();
      text.append(line).append('\n');
      blocks.add(Block.paragraph(from, text.length()));
    }
    int number = before == null ? 1 : before.number() + 1;
    List<Placed> placed =
        Placement.of(Cutter.cut(TextOfRecord.of(text.toString(), blocks)), before, "thing");
    return new Edition(
        number,
        "Draft " + number,
        null,
        new Edition.Source(null, "", "", 0),
        "",
        text.length(),
        new SeatId("amina"),
        Instant.EPOCH,
        null,
        placed);
  }

  private static List<String> shown(Edition from, Edition to) {
    return EditionComparison.of(from, to).stream()
        .filter(row -> row.change() != Change.SAME)
        .map(EditionComparisonTest::shown)
        .toList();
  }

  private static String shown(Row row) {
    String before = row.before() == null ? "" : row.before().label();
    String after = row.after() == null ? "" : row.after().label();
    String maybe = row.maybe() == null ? "" : " maybe " + row.maybe().label();
    return row.change() + " " + before + ">" + after + maybe;
  }

  @Test
  void thatEditionHasTheSameProvisions() {
    Edition first = edition(null, FIRST);
    assertThat(shown(first, edition(first, FIRST))).isEmpty();
    assertThat(shown(first, first)).isEmpty();
  }

  @Test
  void eachChangeIsSaid() {
    Edition first = edition(null, FIRST);
    Edition second =
        edition(
            first,
            "PART I",
            "1. This Code applies to platforms that people in the country can use.",
            "2. A platform has an office in the capital and names its officer.",
            "3. A platform removes content within 72 hours of a notice.",
            "4. A platform tells the person who posted the content what was removed.",
            "5. The agency keeps a register of platforms and their contacts.",
            "PART II",
            "6. Nobody answers for what they did not know of.");

    assertThat(shown(first, second))
        .containsExactly(
            "NEW >I/2",
            "REWORDED I/2>I/3",
            "RENUMBERED I/3>I/4",
            "MOVED II/4>I/5",
            "GONE II/5>",
            "NEW >II/6");
  }

  @Test
  void whatMayBeTheSameIsNamedOnBothSides() {
    Edition first =
        edition(null, "1. A platform pays a fee each year to the agency.", "2. It ends.");
    Edition second =
        edition(
            first,
            "1. There is an office of this Code in each state.",
            "2. Each year the agency may ask any platform for a fee.",
            "3. It ends.");

    assertThat(shown(first, second)).contains("GONE 1> maybe 2", "NEW >2 maybe 1");
  }
}
