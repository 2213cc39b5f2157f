package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where there is little room, what a tracker and an issue are about comes first, and nothing is
 * cut.
 */
class NarrowTrackersTest extends OnStage {
  private static final String COP = Visitor.WORKSPACE + "/trackers/COP";
  private static final int WIDTH = 360;
  private static final int HEIGHT = 740;
  private static final int TWO_LINES = 50;

  /**
   * Cards, or parts of one, that stand out of the column or card that holds them, by their words.
   */
  private static final String BEYOND =
      """
      () => [...document.querySelectorAll('.board section')].flatMap(column => {
        const room = column.getBoundingClientRect();
        return [...column.querySelectorAll('.card, .card *, h2 *')].filter(one => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && !one.closest('.visually-hidden')
            && (box.left < room.left - 1 || box.right > room.right + 1);
        }).map(one => one.textContent.slice(0, 40));
      })
      """;

  /** Labels, states and audiences on more lines than they have words. */
  private static final String BROKEN =
      """
      () => [...document.querySelectorAll('.board :is(h2 bdi, .chip bdi, .top .mono)')].filter(one => {
        const words = document.createRange();
        words.selectNodeContents(one);
        const lines = new Set([...words.getClientRects()].map(line => Math.round(line.top)));
        return lines.size > one.textContent.trim().split(/\\s+/).length;
      }).map(one => one.textContent)
      """;

  private static BoundingBox box(Locator of) {
    return of.boundingBox();
  }

  @Test
  void theMatterOfAnIssueIsOnTheFirstScreenOfAPhone() {
    try (Visitor amina = stage.seated("amina")) {
      amina.page().setViewportSize(WIDTH, HEIGHT);
      amina.go(Visitor.WORKSPACE + "/issues/COP-1");
      Page page = amina.page();
      Locator matter = page.getByText("What has to be in a notice");
      BoundingBox composer = box(page.locator("form.composer"));
      assertThat(box(matter).y + TWO_LINES).isLessThan(composer.y);

      // the rest is folded under its own short words, and reached by one touch
      Locator priority = page.getByLabel("Priority");
      assertThat(priority).isHidden();
      page.locator(".facts summary").first().click();
      assertThat(priority).isVisible();
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void thePhoneSaysWholeWordsOfWhoWillRead() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(WIDTH, HEIGHT);
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-1");
      Page page = ngozi.page();
      Locator field = page.locator("form.composer textarea");
      Locator word = page.locator("form.composer .pick bdi");
      // folded, the chip leaves most of the line to what is written
      assertThat(box(page.locator("form.composer .pick")).width).isLessThanOrEqualTo(WIDTH / 3.0);
      field.fill("Two of the notices had no name under them.");
      int lines =
          ((Number) word.evaluate("one => new Set([...one.getClientRects()].map(r => r.top)).size"))
              .intValue();
      assertThat(word).hasText("Everyone");
      assertThat(lines).isEqualTo(1);
      double high = ((Number) word.evaluate("one => one.scrollHeight")).doubleValue();
      assertThat(high).isLessThan(24);
    }
  }

  @Test
  void cardsStayInTheirColumnsWhicheverWayThePageRuns() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      for (String language : List.of("en", "ar")) {
        page.addInitScript("localStorage.setItem('caucus.language', '" + language + "')");
        for (int width : new int[] {1280, WIDTH}) {
          page.setViewportSize(width, HEIGHT);
          ngozi.go(COP + "?view=board");
          page.locator(".board .card").first().waitFor();
          assertThat((List<?>) page.evaluate(BEYOND)).as(language + " " + width).isEmpty();
        }
      }
      // at a desk all six states are seen at once
      page.setViewportSize(1280, HEIGHT);
      ngozi.settle();
      assertThat(
              page.evaluate(
                  "(b => b.scrollWidth - b.clientWidth)(document.querySelector('.board'))"))
          .isEqualTo(0);
    }
  }

  /** Where columns are many for their window, they are scrolled through rather than cut up. */
  @Test
  void noStateAndNoAudienceIsBrokenInTheMiddleOfAWordOnABoard() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(1100, HEIGHT);
      ngozi.go(COP + "?view=board");
      ngozi.page().locator(".board .card").first().waitFor();
      assertThat((List<?>) ngozi.page().evaluate(BROKEN)).isEmpty();
    }
  }

  /** Where nobody can move a card, its column says its state. */
  @Test
  void aBoardIsAsNarrowForThePersonWhoOnlyReads() {
    try (Visitor samuel = stage.seated("samuel")) {
      samuel.page().setViewportSize(1280, HEIGHT);
      samuel.go(COP + "?view=board");
      samuel.page().locator(".board .card").first().waitFor();
      assertThat((List<?>) samuel.page().evaluate(BROKEN)).isEmpty();
      assertThat(samuel.page().locator(".board .card").getByText("In progress")).hasCount(0);
    }
  }

  @Test
  void whatSendsANewIssueStandsBesideWhoReadsIt() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(1280, HEIGHT);
      ngozi.go(COP + "#new");
      Locator send = ngozi.page().locator("[role=dialog] .send");
      assertThat(send).containsText("Send to");
      BoundingBox pick = box(ngozi.page().locator("[role=dialog] .pick"));
      assertThat(box(send).y).isLessThan(pick.y + pick.height);
    }
  }

  @Test
  void whatIsEditedIsSavedByAButtonThatNothingCovers() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(1280, HEIGHT);
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-1");
      Page page = ngozi.page();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit: Description"))
          .click();
      Locator save =
          page.locator("form.edits")
              .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"));
      save.scrollIntoViewIfNeeded();
      BoundingBox it = box(save);
      BoundingBox composer = box(page.locator("form.composer"));
      assertThat(it.y + it.height).isLessThanOrEqualTo(composer.y);
      page.keyboard().press("Escape");
      assertThat(page.locator("form.edits")).hasCount(0);
    }
  }
}
