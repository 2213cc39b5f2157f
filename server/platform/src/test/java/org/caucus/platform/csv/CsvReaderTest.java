package org.caucus.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as spreadsheets of all countries write them. */
class CsvReaderTest {
  private static List<List<String>> read(String text) {
    CsvReader csv = new CsvReader(text, "text");
    List<List<String>> all = new ArrayList<>();
    while (csv.hasNext()) {
      all.add(csv.next());
    }
    return all;
  }

  @Test
  void whatDividesCellsIsFoundThoughNamesHoldCommas() {
    List<String> names = List.of("Title, in full", "State", "Due");
    assertThat(read("Title, in full;State;Due\nA;B;C\n")).containsExactly(names, abc());
    assertThat(read("\"Title, in full\";State;Due\nA;B;C")).containsExactly(names, abc());
    assertThat(read("\"Title, in full\"\tState\tDue\r\nA\tB\tC")).containsExactly(names, abc());
    assertThat(read("\"Title, in full\",State,Due\rA,B,C\r")).containsExactly(names, abc());
    assertThat(read("\"Title;\nin full;;\",State,Due\nA,B,C").getLast()).isEqualTo(abc());
    assertThat(read("\uFEFFsep=;\r\nA,,,;B;C")).containsExactly(List.of("A,,,", "B", "C"));
    assertThat(read("alone\nA;B")).containsExactly(List.of("alone"), List.of("A;B"));
  }

  private static List<String> abc() {
    return List.of("A", "B", "C");
  }

  @Test
  void linesInCellsAreTheirs() {
    CsvReader csv = new CsvReader("a,b\r\n\"one\r\ntwo\",\"say \"\"so\"\"\"\r\nx,y", "text");

    assertThat(csv.next()).containsExactly("a", "b");
    assertThat(csv.next()).containsExactly("one\r\ntwo", "say \"so\"");
    assertThat(csv.line()).as("as an editor counts").isEqualTo(4);
    assertThat(csv.next()).containsExactly("x", "y");
    assertThat(csv.hasNext()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,\"open | A quotation mark in line 1 is not closed. Close or remove it.",
        "\"a\"b,c | Line 1 has text after a closing quotation mark. Remove the text or the"
            + " quotation marks.",
      })
  void aQuoteThatIsNoneIsRefusedWithItsLine(String text, String why) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(text))
        .satisfies(no -> assertThat(no.field()).isEqualTo("text"))
        .satisfies(no -> assertThat(no.why()).isEqualTo(why));
  }

  @Test
  void aTableOfMoreCellsThanOneMayHaveIsRefusedBeforeTheyAreRead() {
    for (String table : List.of(",".repeat(900_000), (",".repeat(99) + "\n").repeat(9_000))) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> read(table))
          .satisfies(no -> assertThat(no.why()).contains("too many cells", "Split it."));
    }
  }
}
