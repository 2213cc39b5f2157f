package org.caucus.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines of a PDF become the paragraphs that its author wrote. */
class PdfTextTest {
  private static final float TOP = 780;

  private final PDDocument document = new PDDocument();
  private final PDFont font = new PDType1Font(FontName.HELVETICA);

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  private PDPage page() {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    return page;
  }

  private void write(PDPage page, float left, float top, float size, String... lines)
      throws IOException {
    write(page, font, left, top, size, lines);
  }

  private void write(PDPage page, PDFont in, float left, float top, float size, String... lines)
      throws IOException {
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
      out.beginText();
      out.setFont(in, size);
      out.newLineAtOffset(left, top);
      out.setLeading(size * 1.3f);
      for (String line : lines) {
        out.showText(line);
        out.newLine();
      }
      out.endText();
    }
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Test
  void joinsLinesAndSetsRunningHeadsAside() throws IOException {
    for (int i = 1; i <= 3; i++) {
      PDPage page = page();
      write(page, 250, TOP, 9, "Draft Code of Practice");
      write(page, 290, 40, 9, Integer.toString(i));
      if (i == 1) {
        write(page, 70, 740, 18, "Duties of platforms");
        write(
            page,
            70,
            700,
            11,
            "1. Each platform shall publish a well-known contact, and the repre-",
            "sentation of people who use it, with what it has removed and why it",
            "was so.");
      }
      write(
          page,
          70,
          640,
          11,
          "2. A sentence that is longer than one page and goes on, and on, and",
          "on over the end of");
    }
    JsonNode answer = Answers.read(bytes(), "pdf");
    List<String> blocks = Answers.blocks(answer);

    assertThat(blocks.subList(0, 3))
        .containsExactly(
            "HEADING 1 Duties of platforms",
            "FURNITURE 0 Draft Code of Practice",
            "PARAGRAPH 0 1. Each platform shall publish a well-known contact, and the"
                + " repre\u00adsentation of people who use it, with what it has removed and why it"
                + " was so.");
    assertThat(blocks).filteredOn(b -> b.startsWith("FURNITURE")).hasSize(6);
    assertThat(answer.get("mappings").toString()).contains("[\"hyphen\",1]");
  }

  @Test
  void readsColumnAfterColumn() throws IOException {
    PDPage page = page();
    write(page, 70, 770, 11, "A title that stands across both columns of the page, all of it");
    for (int i = 0; i < 20; i++) {
      write(page, 70, 740 - i * 14, 11, "left column line " + (char) ('a' + i) + " goes on");
      write(page, 320, 740 - i * 14, 11, "right column line " + (char) ('a' + i) + " goes on");
    }
    String text = Answers.text(Answers.read(bytes(), "pdf"));

    assertThat(text.indexOf("left column line t")).isPositive();
    assertThat(text.indexOf("left column line t")).isLessThan(text.indexOf("right column line a"));
    assertThat(text).startsWith("A title");
  }

  @Test
  void refusesScansByTheirPages() throws IOException {
    write(page(), 70, 700, 11, "Text");
    for (int i = 0; i < 2; i++) {
      try (PDPageContentStream out = new PDPageContentStream(document, page())) {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        out.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 500, 700);
      }
    }
    JsonNode answer = Answers.read(bytes(), "pdf");

    assertThat(answer.toString())
        .isEqualTo("{\"refused\":\"document-is-a-scan\",\"arguments\":{\"pages\":\"2–3\"}}");
  }

  @Test
  void refusesGlyphsWithoutCharacters() throws IOException {
    try (InputStream in =
        PDFont.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDFont embedded = PDType0Font.load(document, in, true);
      write(page(), embedded, 70, 700, 11, "What it says nobody knows");
    }
    byte[] whole = bytes();
    byte[] mute;
    try (PDDocument again = org.apache.pdfbox.Loader.loadPDF(whole)) {
      var fonts = again.getPage(0).getResources();
      for (COSName name : fonts.getFontNames()) {
        fonts.getFont(name).getCOSObject().removeItem(COSName.TO_UNICODE);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      again.save(out);
      mute = out.toByteArray();
    }

    assertThat(Answers.text(Answers.read(whole, "pdf"))).isEqualTo("What it says nobody knows\n");
    assertThat(Answers.read(mute, "pdf").toString())
        .isEqualTo(
            "{\"refused\":\"document-has-unreadable-glyphs\",\"arguments\":{\"pages\":\"1\"}}");
  }

  @Test
  void refusesPasswordsTooManyPagesAndDamage() throws IOException {
    write(page(), 70, 700, 11, "Text");
    byte[] whole = bytes();
    var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
    document.protect(policy);
    byte[] locked = bytes();

    assertThat(Answers.refused(locked, "pdf")).isEqualTo("document-is-encrypted");
    assertThat(Answers.refused("%PDF-1.7 garbage".getBytes(StandardCharsets.US_ASCII), "pdf"))
        .isEqualTo("document-is-damaged");
    try (PDDocument many = new PDDocument()) {
      for (int i = 0; i <= Limits.PAGES; i++) {
        many.addPage(new PDPage());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      many.save(out);
      assertThat(Answers.refused(out.toByteArray(), "pdf"))
          .isEqualTo("document-has-too-many-pages");
    }
    assertThat(Answers.text(Answers.read(whole, "pdf"))).isEqualTo("Text\n");
    assertThat(PdfText.ranges(List.of(1, 4, 5, 6, 9))).isEqualTo("1, 4–6, 9");
  }
}
