package org.caucus.coalition.access;

import java.util.Map;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What people call a list, a tracker or an organisation, and what they say it is for. */
public record Described(String name, String description) {
  /**
   * Demands that this is what the person who changes it was shown: so nobody's change is lost, and
   * a change is undone only as long as nobody made another.
   *
   * @param shown null if they change it whatever it is
   * @throws Refusal with what stands there now
   */
  public void mustBe(@Nullable Described shown) {
    if (shown != null && !shown.equals(this)) {
      throw Refusal.stale(Map.of("name", name, "description", description));
    }
  }
}
