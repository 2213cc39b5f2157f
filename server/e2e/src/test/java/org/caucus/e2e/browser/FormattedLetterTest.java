package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A hostile letter, looked at as its sender formatted it: nothing runs, nobody is told. */
class FormattedLetterTest extends OnStage {
  private static final Path PICTURE = Path.of("target", "screenshots", "formatted-letter.png");

  private static final String HTML =
      """
      <html><head><style>body { background: url(https://track.example/css.gif) }</style></head>
      <body onload="top.stolen=1"><h2>The memo</h2>
      <p style="background:url('https://track.example/attr.gif')">Read <b>Part I</b> before the call.</p>
      <script>top.stolen = 1; fetch('https://track.example/script')</script>
      <img src="https://track.example/p.gif?reader=7" width="1" height="1">
      <img src=x onerror="top.stolen=1">
      <a href="https://evil.example/login">https://agency.example</a>
      <form action="https://track.example/form"><input name="code"><button>Sign in</button></form>
      <iframe src="https://track.example/frame"></iframe></body></html>
      """
          .replace("\n", "\r\n");

  @Test
  void nothingRunsAndNobodyIsTold() throws Exception {
    Letter.formatted(
            "ngozi@savanna.example", "coalition@lists.example", "The memo, formatted", HTML)
        .send(stage.smtpPort());
    try (Visitor amina = stage.seated("amina")) {
      Set<String> asked = ConcurrentHashMap.newKeySet();
      amina.context().onRequest((Request request) -> asked.add(request.url()));
      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      amina.page().getByText("The memo, formatted").first().click();
      amina.button("Formatted version").click();

      FrameLocator frame = amina.page().frameLocator("iframe");
      frame.getByText("before the call").waitFor();
      assertThat(frame.locator("body").innerText())
          .contains(
              "https://agency.example <https://evil.example/login>", "2 pictures are not shown");
      assertThat(frame.locator("form, iframe, script, img, button").count()).isZero();
      amina.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
      assertThat(amina.page().evaluate("() => typeof stolen")).isEqualTo("undefined");
      assertThat(asked).allMatch(url -> url.startsWith(stage.base()));
      assertThat(amina.complaints()).isEmpty();
    }
  }
}
