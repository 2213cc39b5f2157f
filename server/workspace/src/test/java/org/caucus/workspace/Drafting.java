package org.caucus.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentCommand;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** What anybody might do next with texts on the table, sensible or not. */
public final class Drafting {
  private Drafting() {}

  static Command next(Random random, Workspace w, String mark, @Nullable Audience audience) {
    List<String> all = w.instruments().byId().keySet().stream().sorted().toList();
    if (all.isEmpty() || random.nextInt(6) == 0) {
      return adopt("text-" + mark, true, mark, audience);
    }
    Instrument of = w.instruments().find(all.get(random.nextInt(all.size()))).orElseThrow();
    return switch (random.nextInt(8)) {
      case 0 -> adopt(of.id(), false, mark, null);
      case 1 -> new InstrumentCommand.WithdrawEdition(of.id(), 1, "Note " + mark);
      case 2 ->
          new InstrumentCommand.ChangeInstrument(
              of.id(), null, "Title " + mark, "", "Issuer " + mark, null, "", null);
      case 3 ->
          new InstrumentCommand.RemoveCitation(of.id(), provision(random, of), thing(w, random));
      default ->
          new InstrumentCommand.CiteProvision(of.id(), provision(random, of), thing(w, random));
    };
  }

  private static String provision(Random random, Instrument of) {
    List<Placed> all = of.shown().placed().stream().filter(Placed::canBeCited).toList();
    return all.get(random.nextInt(all.size())).path();
  }

  private static Ref thing(Workspace w, Random random) {
    List<Ref> all =
        Stream.of(
                w.issues().byId().values().stream().map(Issue::ref),
                w.actions().byId().values().stream().map(Action::ref),
                w.updates().byId().values().stream().map(Update::ref))
            .flatMap(refs -> refs)
            .sorted(Comparator.comparing(Ref::toString))
            .toList();
    return all.isEmpty() ? Ref.to(Ref.Kind.ISSUE, "nothing") : all.get(random.nextInt(all.size()));
  }

  /** A text with this mark in one of its provisions. */
  public static InstrumentCommand.AdoptEdition adopt(
      String slug, boolean fresh, String mark, @Nullable Audience audience) {
    return adopt(
        slug,
        fresh,
        audience,
        """
        PART I
        1. This Code is called the Code of Practice.
        2. Content is removed within 24 hours of notice %s.
        (a) A platform keeps a record of each notice.
        (b) A platform tells the person concerned.
        PART II
        3. The agency reports once a year.
        """
            .formatted(mark));
  }

  /** This text, cut as it is. */
  public static InstrumentCommand.AdoptEdition adopt(
      String slug, boolean fresh, @Nullable Audience audience, String text) {
    return new InstrumentCommand.AdoptEdition(
        slug,
        fresh,
        new Instrument.Details(
            Instrument.Kind.DRAFT, "Draft " + slug, "NG", "The agency", "en", null),
        "Draft " + slug,
        null,
        audience,
        new Edition.Source(null, "", "0".repeat(64), text.length()),
        outline(text));
  }

  /** A plain text, each line a paragraph. */
  public static Outline outline(String text) {
    List<TextOfRecord.Block> blocks = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      blocks.add(TextOfRecord.Block.paragraph(from, to));
      from = to;
    }
    return Cutter.cut(TextOfRecord.of(text, blocks));
  }
}
