package org.caucus.webhooks;

import java.util.HashMap;
import java.util.Map;

/** How many calls are under way: in all, of each workspace and of each webhook. */
final class Shares {
  private final int most;
  private final int ofWorkspace;
  private final int ofWebhook;
  private final Map<String, Integer> workspaces = new HashMap<>();
  private final Map<String, Integer> webhooks = new HashMap<>();
  private int all;

  /** Whether a call can begin. */
  enum Turn {
    /** It can, and its place is given back. */
    TAKEN,
    /** Its webhook or workspace has its share under way. */
    BEYOND,
    /** No call can begin. */
    FULL
  }

  Shares(int most, int ofWorkspace, int ofWebhook) {
    this.most = most;
    this.ofWorkspace = ofWorkspace;
    this.ofWebhook = ofWebhook;
  }

  synchronized Turn take(String workspace, String webhook) {
    if (workspaces.getOrDefault(workspace, 0) >= ofWorkspace
        || webhooks.getOrDefault(webhook, 0) >= ofWebhook) {
      return Turn.BEYOND;
    }
    if (all >= most) {
      return Turn.FULL;
    }
    all++;
    workspaces.merge(workspace, 1, Integer::sum);
    webhooks.merge(webhook, 1, Integer::sum);
    return Turn.TAKEN;
  }

  synchronized void giveBack(String workspace, String webhook) {
    all--;
    workspaces.computeIfPresent(workspace, (k, n) -> n == 1 ? null : n - 1);
    webhooks.computeIfPresent(webhook, (k, n) -> n == 1 ? null : n - 1);
  }
}
