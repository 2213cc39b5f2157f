package org.caucus.coalition.instruments.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.junit.jupiter.api.Test;

/** Drafts of several countries are cut where their numbers say. */
class CutterTest {
  static Outline cut(String... lines) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      int from = text.length();
      text.append(line).append('\n');
      blocks.add(Block.paragraph(from, text.length()));
    }
    return Cutter.cut(TextOfRecord.of(text.toString(), blocks));
  }

  private static List<String> paths(Outline outline) {
    return outline.segments().stream()
        .map(s -> s.path() == null ? s.kind().name() : s.path().brief())
        .toList();
  }

  private static String levels(Outline outline) {
    return outline.segments().stream()
        .map(s -> Integer.toString(s.level()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void cutsADraftCode() {
    Outline outline =
        cut(
            "Draft Code of Practice",
            "PART I",
            "PRELIMINARY",
            "1. This Code applies to platforms.",
            "2. In this Code:",
            "“platform” means a service on which people publish.",
            "3. A platform shall—",
            "(a) act in good faith;",
            "(b) remove within 24 hours what a court has ordered, and",
            "(i) keep a record;",
            "(ii) tell the person.",
            "PART II - DUTIES",
            "4. (1) A platform reports each year.",
            "(2) The report is public.",
            "Schedule 1",
            "1. Form of the report");

    assertThat(paths(outline))
        .containsExactly(
            "PREAMBLE",
            "I",
            "I/1",
            "I/2",
            "DEFINITION",
            "I/3",
            "I/3(a)",
            "I/3(b)",
            "I/3(b)(i)",
            "I/3(b)(ii)",
            "II",
            "II/4",
            "II/4(1)",
            "II/4(2)",
            "Schedule 1",
            "Schedule 1/1");
    assertThat(levels(outline)).isEqualTo("1 1 2 2 3 2 3 3 4 4 1 2 3 3 1 2");
    assertThat(outline.segments().get(7).path().people()).isEqualTo("PART I, 3(b)");
    assertThat(outline.segments().get(7).path().mail()).isEqualTo("i.3.b");
    assertThat(outline.segments().getLast().path().mail()).isEqualTo("schedule-1.1");
    assertThat(outline.words(outline.segments().get(1))).isEqualTo("PART I\nPRELIMINARY\n");
  }

  @Test
  void readsAnIAsALetterAfterHAndAsRomanInsideIt() {
    Outline letters = cut("1. All:", "(g) g;", "(h) h;", "(i) i;", "(j) j.");
    Outline inside =
        cut("1. All:", "(g) g;", "(h) h:", "(i) one;", "(ii) two;", "(i) i;", "(j) j.");
    Outline opened = cut("1. All:", "(i) one;", "(ii) two.", "2. More", "(a) a", "(i) x");

    assertThat(paths(letters)).containsExactly("1", "1(g)", "1(h)", "1(i)", "1(j)");
    assertThat(paths(inside))
        .containsExactly("1", "1(g)", "1(h)", "1(h)(i)", "1(h)(ii)", "1(i)", "1(j)");
    assertThat(paths(opened)).containsExactly("1", "1(i)", "1(ii)", "2", "2(a)", "2(a)(i)");
  }

  @Test
  void cutsLawsInFrenchPortugueseAndArabic() {
    Outline french =
        cut(
            "TITRE II",
            "Chapitre premier",
            "Article premier",
            "Le code.",
            "Article 2 bis",
            "a) un ;");
    Outline portuguese = cut("Título II", "Artigo 5.º", "1 - Um.", "2 - Dois:", "a) x;", "b) y.");
    Outline arabic =
        cut(
            "الباب الأول",
            "الفصل الثاني",
            "المادة (١٢)",
            "١- كل شخص.",
            "٢- لا أحد:",
            "(أ) أول",
            "(ب) ثان");

    assertThat(paths(french)).containsExactly("II", "II/1", "II/1/1", "II/1/2bis", "II/1/2bis(a)");
    assertThat(french.segments().get(2).path().people())
        .isEqualTo("TITRE II, Chapitre 1, Article 1");
    assertThat(paths(portuguese))
        .containsExactly("II", "II/5", "II/5(1)", "II/5(2)", "II/5(2)(a)", "II/5(2)(b)");
    assertThat(paths(arabic))
        .containsExactly(
            "1", "1/2", "1/2/12", "1/2/12(1)", "1/2/12(2)", "1/2/12(2)(أ)", "1/2/12(2)(ب)");
    assertThat(arabic.segments().getLast().path().mail()).isEqualTo("1.2.12.2.b");
  }

  @Test
  void leavesProseThatLooksNumberedAlone() {
    Outline outline =
        cut(
            "1. The first.",
            "Section 3 applies to this too.",
            "2026. That was a year.",
            "12 persons came.",
            "Article 5, as amended, does not.",
            "2. The second.");

    assertThat(paths(outline)).containsExactly("1", "2");
  }

  @Test
  void setsTheTableOfContentsAside() {
    Outline outline =
        cut(
            "An Act",
            "ARRANGEMENT OF SECTIONS",
            "Part I",
            "1. Short title.",
            "2. Scope.",
            "Part I",
            "GENERAL",
            "1. This Act is the Act.",
            "2. It applies.");
    Outline dotted = cut("1. Short title ........ 3", "1. This is it.");

    assertThat(paths(outline))
        .containsExactly(
            "PREAMBLE", "FURNITURE", "FURNITURE", "FURNITURE", "FURNITURE", "I", "I/1", "I/2");
    assertThat(paths(dotted)).containsExactly("FURNITURE", "1");
  }

  @Test
  void keepsHeadingsInTheMarginBeforeTheirSections() {
    Outline outline =
        cut(
            "PART I",
            "Preliminary",
            "Short title",
            "1. This is the Code.",
            "It is new.",
            "Application to platforms",
            "2. It applies:",
            "(a) here.");

    assertThat(paths(outline)).containsExactly("I", "HEADING", "I/1", "HEADING", "I/2", "I/2(a)");
    assertThat(levels(outline)).isEqualTo("1 2 2 2 2 3");
    assertThat(outline.words(outline.segments().get(2))).endsWith("It is new.\n");
  }

  @Test
  void nestsDottedNumbers() {
    Outline outline =
        cut("1. One", "1.1 A", "1.1.1 Deep", "1.2 B", "2. Two", "2.1 C", "(a) x", "2.2 D");

    assertThat(paths(outline))
        .containsExactly("1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.1(a)", "2.2");
    assertThat(levels(outline)).isEqualTo("1 2 3 2 1 2 3 2");
  }

  @Test
  void tellsTwinsApart() {
    Outline outline = cut("1. One", "(a) x", "1. Again", "(a) y");

    assertThat(outline.segments().stream().map(s -> s.path().mail()))
        .containsExactly("1", "1.a", "1~2", "1.a~2");
    assertThat(outline.twins()).isEqualTo(2);
  }

  @Test
  void findsAPathHoweverItIsTyped() {
    Outline outline =
        cut(
            "PART I",
            "3. A",
            "(a) x",
            "(b) y",
            "PART II",
            "4. B",
            "(b) z",
            "Schedule 1",
            "3. C",
            "(b) q");

    for (String words : List.of("I/3(b)", "Part I, 3(b)", "i.3.b", "I 3 b", "part i 3 (b)")) {
      assertThat(outline.find(words)).as(words).hasSize(1);
    }
    for (String words : List.of("4(b)", "٤(b)", "s.4(b)", "Section 4 b", "Article 4 b", "4.b")) {
      assertThat(outline.find(words))
          .as(words)
          .extracting(s -> s.path().mail())
          .containsExactly("ii.4.b");
    }
    assertThat(outline.find("3(b)")).as("ambiguous").hasSize(2);
    assertThat(outline.find("schedule-1.3.b")).hasSize(1);
    assertThat(outline.find("4(z)")).isEmpty();
    assertThat(outline.find("hello there")).isEmpty();
    assertThat(cut("المادة (٣)", "(أ) أول", "(ب) ثان").find("٣(ب)")).hasSize(1);
  }

  /** Whatever the lines are: joined, the segments are the text. */
  @Property(tries = 500)
  void segmentsPartitionTheText(@ForAll("drafts") List<String> lines) {
    Outline outline = cut(lines.toArray(String[]::new));

    String joined = outline.segments().stream().map(outline::words).collect(Collectors.joining());
    assertThat(joined).isEqualTo(outline.text());
    assertThat(outline.segments().stream().filter(s -> s.path() != null).map(s -> s.path().mail()))
        .doesNotHaveDuplicates();
    outline.segments().stream()
        .filter(s -> s.path() != null)
        .forEach(
            s -> {
              assertThat(outline.at(s.path().mail())).contains(s);
              assertThat(s.path().mail()).matches("[a-z0-9.-]+(~[0-9]+)?");
            });
  }

  @Provide
  Arbitrary<List<String>> drafts() {
    Arbitrary<String> numbers =
        Arbitraries.of(
            "",
            "PART II ",
            "1. ",
            "(1) ",
            "(a) ",
            "(i) ",
            "3. (1) ",
            "1.1 ",
            "Article 5 ",
            "• ",
            "المادة (١٢) ",
            "Schedule 1 ",
            "2) ",
            "I. ",
            "(h) ",
            "§ 4 ",
            "“x” means ",
            "(",
            "١- ");
    Arbitrary<String> words = Arbitraries.strings().ofMaxLength(20).map(w -> w.replace("\n", " "));
    return numbers.flatMap(n -> words.map(w -> n + w)).list().ofMaxSize(40);
  }
}
