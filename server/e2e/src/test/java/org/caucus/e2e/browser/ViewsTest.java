package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every view at the width of a phone, a tablet and a desk, in light, in dark and from right to
 * left. Nothing overflows, the console stays empty, and axe finds no fault. {@link Look} keeps
 * pictures for the person who wants to look.
 */
class ViewsTest extends OnStage {
  private static Places places;

  @BeforeAll
  static void aWorkspaceWithSomethingEverywhere() throws Exception {
    places = Places.of(stage);
  }

  @Test
  void noPlaceOfTheRouterIsLeftOut() throws Exception {
    assertThat(Places.patterns()).hasSizeGreaterThan(25);
    assertThat(places.leftOut()).as("places that nobody looks at").isEmpty();
  }

  @Test
  void looksRightInsideTheWorkspace() {
    try (Visitor amina = stage.seated("amina")) {
      look(amina, places.inside());
    }
  }

  @Test
  void looksRightBeforeSomeoneIsIn() {
    try (Visitor stranger = stage.stranger()) {
      look(stranger, places.outside());
    }
  }

  @Test
  void theLinkOfAnInvitationOpensItsPage() {
    try (Visitor stranger = stage.stranger()) {
      stranger.go(places.outside().get("join"));
      assertThat(stranger.page().locator("h1").innerText()).startsWith("Join ");
    }
  }

  @Test
  void looksRightToALiaison() {
    try (Visitor dara = stage.seated("dara")) {
      look(dara, places.liaison());
    }
  }

  private void look(Visitor visitor, Map<String, String> views) {
    views.forEach(
        (view, path) -> {
          Look.atTheDesk(visitor.page());
          if (path.contains("#")) {
            visitor.page().navigate("about:blank"); // else what differs after # is the same page
          }
          if (view.equals("join")) {
            visitor.goInside(path);
          } else {
            visitor.go(path);
          }
          look.at(visitor.page(), view);
          visitor.complaints().stream()
              .filter(c -> !c.matches(".*Failed to load resource.*(401|404).*"))
              .forEach(c -> faults.add(view + ": " + c));
        });
  }
}
