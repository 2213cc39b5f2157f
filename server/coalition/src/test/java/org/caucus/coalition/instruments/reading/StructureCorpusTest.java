package org.caucus.coalition.instruments.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Texts whose structure is known are cut as it is. */
class StructureCorpusTest {
  private static final Path CORPUS = Checkout.root("../shared/corpus/texts/akn");

  private static final double LEAST = 0.95;

  /** Lines of the typed act before its body: the table of contents. */
  private static final int BODY = 550;

  private static final Pattern MARKED =
      Pattern.compile(
          "( *)(CHAPTER|PART|SECTION|SUBSECTION|PARAGRAPH|SUBPARAGRAPH|ITEM) (\\(?\\w+\\)?).*");

  private static Reading read(String name) throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      System.out.println("StructureCorpusTest: skipped, no corpus at " + CORPUS);
      Assumptions.abort("no corpus");
    }
    Vertx vertx = Vertx.vertx();
    try (ReadingProcess reader = new ReadingProcess(vertx)) {
      byte[] bytes = Files.readAllBytes(CORPUS.resolve(name));
      return reader.read(bytes, name, DocumentReader.Tracked.AS_IT_WOULD_BE).await();
    } finally {
      vertx.close().await();
    }
  }

  /** The harmonic mean of what is right of that found, and what is found of that known. */
  private static double likeness(List<String> known, List<String> found) {
    List<String> left = new ArrayList<>(known);
    int right = 0;
    for (String path : found) {
      right += left.remove(path) ? 1 : 0;
    }
    return 2.0 * right / (known.size() + found.size());
  }

  /** The structure as the editor's words and indentation say it. */
  private static List<String> known(String text) {
    List<String> known = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    List<Integer> indents = new ArrayList<>();
    for (String line : text.lines().skip(BODY).toList()) {
      Matcher matcher = MARKED.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      int indent = matcher.group(1).length();
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        paths.removeLast();
      }
      String outer = paths.isEmpty() ? "" : paths.getLast();
      boolean isItem = matcher.group(3).startsWith("(");
      String path = outer + (outer.isEmpty() || isItem ? "" : "/") + matcher.group(3);
      indents.add(indent);
      paths.add(path);
      known.add(paths.size() + " " + path);
    }
    return known;
  }

  private static List<String> found(Outline outline) {
    return outline.segments().stream()
        .filter(s -> s.path() != null)
        .map(s -> s.level() + " " + s.path().brief().replaceAll("~[0-9]+$", ""))
        .toList();
  }

  /** A real act, as an importer made a page of it, against what its editors made of the same. */
  @Test
  void cutsARealActAsItsEditorsDid() throws IOException {
    List<String> known = known(Files.readString(CORPUS.resolve("tz-cap6.txt")));
    List<String> found = found(Cutter.cut(read("tz-cap6.html").text()));
    double likeness = likeness(known, found);

    System.out.printf(
        "Structure of a real act: %d provisions known, %d found, F1 %.3f%n",
        known.size(), found.size(), likeness);
    assertThat(likeness).isGreaterThanOrEqualTo(LEAST);
  }
}
