package org.caucus.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Word files are read as Word shows them: with the numbers that are in no paragraph. */
class DocxTextTest {
  private static String numbering(String levels, String lists) {
    return "<w:abstractNum w:abstractNumId=\"0\">" + levels + "</w:abstractNum>" + lists;
  }

  private static String list(int id, String overrides) {
    return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"0\"/>%s</w:num>"
        .formatted(id, overrides);
  }

  private static String run(String words) {
    return "<w:r><w:t>%s</w:t></w:r>".formatted(words);
  }

  @Test
  void computesAutomaticNumbers() {
    String levels =
        WordFile.level(0, "upperRoman", "Part %1", "")
            + WordFile.level(1, "decimal", "%1.%2", "<w:isLgl/>")
            + WordFile.level(2, "lowerLetter", "(%3)", "<w:lvlRestart w:val=\"0\"/>")
            + WordFile.level(3, "arabicAbjad", "%4-", "");
    String restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>";
    byte[] file =
        new WordFile(
                WordFile.item(1, 0, "One")
                    + WordFile.item(1, 1, "a")
                    + WordFile.item(1, 2, "x")
                    + WordFile.item(1, 1, "b")
                    + WordFile.item(1, 2, "goes on")
                    + WordFile.item(1, 3, "abjad")
                    + WordFile.item(1, 0, "Two")
                    + WordFile.item(2, 0, "Seven")
                    + WordFile.item(2, 0, "Eight")
                    + WordFile.item(0, 0, "None"))
            .with("numbering", numbering(levels, list(1, "") + list(2, restart)))
            .bytes();

    assertThat(Answers.text(Answers.read(file, "docx")))
        .isEqualTo(
            """
            Part I One
            1.1 a
            (a) x
            1.2 b
            (b) goes on
            أ- abjad
            Part II Two
            Part VII Seven
            Part VIII Eight
            None
            """);
  }

  @Test
  void numbersAndLevelsMayComeFromStyles() {
    String styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
            + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Clause\"/>"
            + "<w:basedOn w:val=\"H1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/>"
            + "<w:basedOn w:val=\"H1\"/></w:style>";
    String levels =
        WordFile.level(0, "decimal", "Article %1", "<w:pStyle w:val=\"H1\"/>")
            + WordFile.level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>");
    byte[] file =
        new WordFile(
                WordFile.p("<w:pStyle w:val=\"H1\"/>", "Scope")
                    + WordFile.p("<w:pStyle w:val=\"H2\"/>", "More")
                    + WordFile.p("<w:pStyle w:val=\"Mine\"/>", "Duties"))
            .with("styles", styles)
            .with("numbering", numbering(levels, list(1, "")))
            .bytes();

    assertThat(Answers.blocks(Answers.read(file, "docx")))
        .containsExactly(
            "HEADING 1 Article 1 Scope", "HEADING 2 1.1 More", "HEADING 1 Article 2 Duties");
  }

  @Test
  void readsTrackedChangesEitherWay() {
    String moved =
        "<w:moveFrom w:author=\"B\">"
            + run("moved ")
            + "</w:moveFrom>"
            + run("stays ")
            + "<w:moveTo w:author=\"B\">"
            + run("moved ")
            + "</w:moveTo>";
    String gone =
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:author=\"A\"/>"
            + "</w:rPr></w:pPr><w:del w:author=\"A\"><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>";
    byte[] file =
        new WordFile(
                "<w:p><w:ins w:author=\"A\">"
                    + run("new ")
                    + "</w:ins>"
                    + moved
                    + "</w:p>"
                    + gone
                    + WordFile.item(1, 0, "Kept."))
            .with("numbering", numbering(WordFile.level(0, "decimal", "%1.", ""), list(1, "")))
            .bytes();
    JsonNode after = Answers.read(file, "docx", false);
    JsonNode before = Answers.read(file, "docx", true);

    assertThat(Answers.text(after)).isEqualTo("new stays moved\n1. Kept.\n");
    assertThat(Answers.text(before)).isEqualTo("moved stays\n1. Gone.\n2. Kept.\n");
    assertThat(after.get("changes").asInt()).isEqualTo(5);
    assertThat(after.get("changers").asInt()).isEqualTo(2);
  }

  @Test
  void readsNotesFieldsBoxesControlsAndTables() {
    String field =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + run("shown")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    String box =
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + WordFile.p("", "box")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + WordFile.p("", "box")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>";
    String table =
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>"
            + WordFile.p("", "a")
            + "</w:tc><w:tc>"
            + WordFile.p("", "b")
            + "</w:tc></w:tr></w:tbl>";
    byte[] file =
        new WordFile(
                "<w:p>"
                    + field
                    + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>"
                    + box
                    + "</w:p>"
                    + "<w:sdt><w:sdtContent>"
                    + WordFile.p("", "controlled")
                    + "</w:sdtContent></w:sdt>"
                    + table)
            .with(
                "footnotes", "<w:footnote w:id=\"5\">" + WordFile.p("", "below") + "</w:footnote>")
            .with(
                "comments", "<w:comment w:author=\"C\">" + WordFile.p("", "why?") + "</w:comment>")
            .bytes();
    JsonNode answer = Answers.read(file, "docx");

    assertThat(Answers.blocks(answer))
        .containsExactly(
            "PARAGRAPH 0 shown[1]",
            "PARAGRAPH 0 box",
            "PARAGRAPH 0 controlled",
            "TABLE 0 a\tb",
            "NOTE 0 [1] below");
    assertThat(answer.get("comments").toString()).isEqualTo("[[\"C\",\"why?\"]]");
  }

  @Test
  void refusesByName() {
    String body = WordFile.p("", "x");
    String nested = "<w:tbl><w:tr><w:tc>".repeat(14) + body + "</w:tc></w:tr></w:tbl>".repeat(14);

    assertThat(Answers.refused(new WordFile(body).part("word/vbaProject.bin", "x").bytes(), "docx"))
        .isEqualTo("document-has-macros");
    assertThat(
            Answers.refused(
                new WordFile(body).pointing("image", "https://tracker.example/x.png").bytes(),
                "docx"))
        .isEqualTo("document-has-external-parts");
    assertThat(
            Answers.text(
                Answers.read(
                    new WordFile(body).pointing("hyperlink", "https://agency.example/").bytes(),
                    "docx")))
        .isEqualTo("x\n");
    assertThat(
            Answers.refused(
                new WordFile(body).declaring("<!DOCTYPE x [<!ENTITY e \"lol\">]>").bytes(), "docx"))
        .isEqualTo("document-has-xml-entities");
    assertThat(Answers.refused(new WordFile(nested).bytes(), "docx"))
        .isEqualTo("document-is-nested-too-deeply");
    assertThat(
            Answers.refused(
                new WordFile(body).part("word/big.bin", "0".repeat(30 << 20)).bytes(), "docx"))
        .isEqualTo("document-is-packed-too-tightly");
    byte[] whole = new WordFile(body).bytes();
    assertThat(Answers.refused(java.util.Arrays.copyOf(whole, whole.length - 30), "docx"))
        .isEqualTo("document-is-damaged");
    assertThat(Answers.refused(new byte[] {'P', 'K', 3, 4}, "docx"))
        .isEqualTo("document-is-damaged");
  }
}
