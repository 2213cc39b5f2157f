package org.caucus.operator.migration.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.mail.mailbox.ArchivedHeader;
import org.junit.jupiter.api.Test;

/** What an import holds of a box is counted in octets. */
class ArchivedHeadersTest {
  private static final Instant AT = Instant.parse("2022-06-14T08:05:09Z");

  private static ArchivedHeader said(int letter, int leads) {
    List<String> names =
        IntStream.range(0, leads).mapToObj(i -> letter + "." + i + "@references.example").toList();
    return new ArchivedHeader(letter + "@x", names, "Subject " + letter, "Ada", AT);
  }

  @Test
  void longWordsTakeNothing() throws IOException {
    try (ArchivedHeaders few = new ArchivedHeaders(Long.MAX_VALUE);
        ArchivedHeaders wordy = new ArchivedHeaders(Long.MAX_VALUE)) {
      few.add("entry", false, said(1, 3), AT);
      wordy.add(
          "entry",
          false,
          new ArchivedHeader("1@x", said(1, 3).leads(), "Long ".repeat(9_000), "Ada", AT),
          AT);
      assertThat(few.octets()).isEqualTo(wordy.octets());
      assertThat(wordy.subject(0)).hasSize(45_000);
    }
  }

  @Test
  void manyLettersAndManyIdentifiersHaveOneBound() throws IOException {
    long bound = 1_000L * ArchivedHeaders.OCTETS_OF_LETTER;
    try (ArchivedHeaders letters = new ArchivedHeaders(bound);
        ArchivedHeaders leads = new ArchivedHeaders(bound)) {
      for (int i = 0; i < 1_000; i++) {
        letters.add("entry" + i, false, said(i, 0), AT);
      }
      assertThatThrownBy(() -> letters.add("one more", false, said(1_000, 0), AT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("split the archive");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  leads.add("entry" + i, false, said(i, 30), AT);
                }
              })
          .hasMessageContaining("split the archive");
      assertThat(leads.size()).isBetween(30, 99);
    }
  }

  @Test
  void theLargestBoxOfTheBrowserFits() {
    long largest =
        200_000L * (ArchivedHeaders.OCTETS_OF_LETTER + 2 * ArchivedHeaders.OCTETS_OF_LEAD);
    assertThat(largest).isLessThanOrEqualTo(ListArchiveImport.MAX_HELD_OCTETS);
  }
}
