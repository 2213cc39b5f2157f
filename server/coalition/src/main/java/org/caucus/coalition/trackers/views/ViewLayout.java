package org.caucus.coalition.trackers.views;

import org.caucus.platform.json.PlainJson;

/**
 * What is shown of a tracker and in which order; the words are those of the browser's address.
 *
 * @param layout list, board or calendar
 * @param filter in the language of filters; empty for all
 * @param mine only what is assigned to the person who looks
 * @param closed also what is done or declined
 * @param sort the order, such as due
 * @param group what heads the groups, such as assignee; none for no groups
 */
@PlainJson
public record ViewLayout(
    String layout, String filter, boolean mine, boolean closed, String sort, String group) {}
