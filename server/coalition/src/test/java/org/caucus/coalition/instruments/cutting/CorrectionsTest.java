package org.caucus.coalition.instruments.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An outline is put right by lines of a letter, and stays right when the document comes again. */
class CorrectionsTest {
  private static final String[] DRAFT = {
    "PART I", "1. One", "(a) x", "(b) y", "2. Two (a) joined by mistake", "Ministry of Words"
  };

  private static List<String> paths(Outline outline) {
    return outline.segments().stream()
        .map(s -> s.path() == null ? s.kind().name() : s.path().brief())
        .toList();
  }

  private static Corrections with(Corrections all, Outline cut, String line) {
    Outline now = all.on(cut).outline();
    return all.with(now, Correction.parse(line, now).orElseThrow()).orElseThrow();
  }

  @Test
  void levelMovesAndRenamesWhatIsInside() {
    Outline cut = CutterTest.cut(DRAFT);
    Corrections all = with(Corrections.NONE, cut, "2: level 1");

    assertThat(paths(all.on(cut).outline())).contains("1", "1(a)", "1(b)");
    assertThat(paths(all.undone().on(cut).outline())).isEqualTo(paths(cut));
  }

  @Test
  void splitsJoinsAndSetsAside() {
    Outline cut = CutterTest.cut(DRAFT);
    Corrections all = with(Corrections.NONE, cut, "5: split at \"(a) joined\"");
    all = with(all, cut, "4: join");
    Outline after = all.on(cut).outline();

    assertThat(after.words(after.line(3).orElseThrow())).isEqualTo("(a) x\n(b) y\n");
    assertThat(after.words(after.line(5).orElseThrow())).startsWith("(a) joined");
    Outline aside =
        with(Corrections.NONE, CutterTest.cut("1. x", "2. y"), "2: furniture")
            .on(CutterTest.cut("1. x", "2. y"))
            .outline();
    assertThat(paths(aside)).containsExactly("1", "FURNITURE");
  }

  @Test
  void keepsThoseWhoseTextIsUnchangedOnALaterReading() {
    Outline cut = CutterTest.cut("1. x", "2. y", "3. z");
    Corrections all = with(with(Corrections.NONE, cut, "2: level 2"), cut, "3: heading");
    Outline later = CutterTest.cut("0. new", "1. x", "2. y", "3. changed");

    Corrections.Applied applied = all.on(later);
    assertThat(applied.outline().line(3).orElseThrow().level()).isEqualTo(2);
    assertThat(applied.lost()).singleElement().extracting(l -> l.words()).isEqualTo("3. z\n");
  }

  @Test
  void refusesWhatCannotBeDone() {
    Outline cut = CutterTest.cut(DRAFT);
    for (String line :
        List.of("1: join", "99: join", "2: level 0", "2: level 13", "2: dance", "join")) {
      assertThat(Correction.parse(line, cut)).as(line).isEqualTo(Optional.empty());
    }
    assertThat(Correction.parse("٢: مستوى ٢", cut)).contains(new Correction.Level(2, 2));
    assertThat(Correction.parse("6 : hors texte", cut)).isEmpty();
    assertThat(Correction.parse("5 : hors texte", cut)).isPresent();
  }
}
