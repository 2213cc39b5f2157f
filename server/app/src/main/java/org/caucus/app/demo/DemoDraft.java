package org.caucus.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentCommand;
import org.caucus.coalition.instruments.InstrumentDecider;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.kernel.Ref;

/** The draft code on the table of the demo: invented, in six parts, cut into its provisions. */
final class DemoDraft {
  private static final String SLUG = "draft-code";

  private static final String FILE = "code-of-practice.txt";

  private final DemoWorkspace coalition;

  DemoDraft(DemoWorkspace coalition) {
    this.coalition = coalition;
  }

  void adopt() {
    String text = text();
    coalition.claim(SLUG, Ref.to(Ref.Kind.INSTRUMENT, SLUG));
    coalition.act(
        "amina",
        new InstrumentCommand.AdoptEdition(
            SLUG,
            true,
            new Instrument.Details(
                Instrument.Kind.DRAFT, "Draft Code of Practice", "NG", "The agency", "en", "COP"),
            "Draft of 13 June 2022",
            LocalDate.of(2022, 6, 13),
            null,
            new Edition.Source(
                null, FILE, InstrumentDecider.sha256(text), text.getBytes(UTF_8).length),
            Cutter.cut(TextOfRecord.of(text, lines(text)))));
  }

  private static List<TextOfRecord.Block> lines(String text) {
    List<TextOfRecord.Block> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf('\n', from) + 1;
      lines.add(TextOfRecord.Block.paragraph(from, to));
      from = to;
    }
    return lines;
  }

  private static String text() {
    try (InputStream file = DemoDraft.class.getResourceAsStream("/demo/" + FILE)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the draft of the demo cannot be read", e);
    }
  }
}
