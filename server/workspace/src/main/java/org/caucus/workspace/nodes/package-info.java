/**
 * What a node does for its workspaces because there are others: {@link
 * org.caucus.workspace.nodes.LogPoller} ask the log in case a bell was lost, and {@link
 * org.caucus.workspace.nodes.FreshCommandBus} asks it before something is judged that may answer
 * what came in elsewhere a moment ago; so does {@link
 * org.caucus.workspace.nodes.CatchUpBeforeRefusal} before somebody is refused.
 */
@NullMarked
package org.caucus.workspace.nodes;

import org.jspecify.annotations.NullMarked;
