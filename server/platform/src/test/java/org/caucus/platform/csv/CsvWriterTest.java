package org.caucus.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote is no formula in the spreadsheet that opens it, and is theirs again after. */
class CsvWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(A1)",
        "=cmd|' /C calc'!A0",
        "'=1",
        "''@SUM(A1)",
      })
  void aFormulaIsText(String formula) {
    String row = CsvWriter.row(List.of("a", formula));

    assertThat(row).startsWith("\"a\",\"'" + formula.charAt(0)).endsWith("\"\r\n");
    assertThat(CsvWriter.plain(new CsvReader(row, "text").next().get(1))).isEqualTo(formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Removal", "'tis", "a,b", "a\"b", "a\r\nb", ";", " =1"})
  void whatIsNoneStaysAsItIs(String text) {
    CsvReader csv = new CsvReader(CsvWriter.row(List.of(text, "next")), "text");

    assertThat(csv.next()).containsExactly(text, "next");
    assertThat(csv.hasNext()).isFalse();
  }
}
