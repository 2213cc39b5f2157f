package org.caucus.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** HTML and Akoma Ntoso: what a reader would see, and nothing that is fetched or hidden. */
class MarkupTextTest {
  @Test
  void readsAPageAsItShows() {
    JsonNode answer =
        Answers.read(
            "<!doctype html><html lang=fr><title>Loi</title><nav>Menu</nav><h1>Loi</h1>"
                + "<p>Un\n <b>mot</b>.<span style='display: none'>x</span><script>y</script></p>"
                + "<ol type=a start=2><li>deux<ul><li>point</ul><li>trois</ol>"
                + "<table><tr><td>a<td>b<tr><td>c<td>d</table></html>",
            "html");

    assertThat(Answers.blocks(answer))
        .containsExactly(
            "FURNITURE 0 Menu",
            "HEADING 1 Loi",
            "PARAGRAPH 0 Un mot.",
            "ITEM 1 b. deux",
            "ITEM 2 • point",
            "ITEM 1 c. trois",
            "TABLE 0 a\tb\nc\td");
    assertThat(answer.get("language").asText()).isEqualTo("fr");
    assertThat(answer.get("title").asText()).isEqualTo("Loi");
  }

  @Test
  void readsAkomaNtosoByWhatItDeclares() {
    String act =
        "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><act><meta>"
            + "<FRBRlanguage language='eng'/></meta><preface><p>An Act</p></preface><body>"
            + "<part><num>Part I</num><heading>Rules</heading><section><num>3.</num>"
            + "<heading>Notice</heading><subsection><num>(1)</num><content><p>Tell."
            + "<authorialNote marker='1'><p>At once.</p></authorialNote></p>"
            + "<p>Always.</p></content></subsection></section></part></body></act></akomaNtoso>";
    JsonNode answer = Answers.read(act, "xml");

    assertThat(Answers.text(answer))
        .isEqualTo("An Act\nPart I Rules\n3. Notice\n(1) Tell.[1]\nAlways.\n[1] At once.\n");
    assertThat(answer.get("blocks").get(3).toString())
        .isEqualTo("[\"PARAGRAPH\",3,30,51,\"(1)\",\"PARAGRAPH\"]");
    assertThat(answer.get("language").asText()).isEqualTo("en");
  }

  @Test
  void refusesEntitiesAndDepth() {
    String bomb =
        "<!DOCTYPE akomaNtoso [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            + "<akomaNtoso><p>&b;</p></akomaNtoso>";

    assertThat(Answers.read(bomb, "xml").path("refused").asText())
        .isEqualTo("document-has-xml-entities");
    assertThat(
            Answers.read("<html><body>" + "<ul><li>".repeat(13) + "x", "html")
                .path("refused")
                .asText())
        .isEqualTo("document-is-nested-too-deeply");
    assertThat(Answers.read("<html><p>&#xd800;x", "html").path("refused").asText())
        .isEqualTo("document-has-broken-characters");
    assertThat(
            Answers.read("<akomaNtoso>" + "<p>".repeat(500) + "x", "xml").path("refused").asText())
        .isEqualTo("document-is-nested-too-deeply");
  }
}
