/**
 * A new workspace fills itself: {@link org.caucus.workspace.templates.WorkspaceTemplate} says which
 * lists, trackers, issue and actions a template has, {@link
 * org.caucus.workspace.templates.TemplateStep} makes the command of each in the words of one
 * language, and {@link org.caucus.workspace.templates.TemplateRoutes} shows them and does them, one
 * by one, as ordinary acts of the convenor who asks.
 */
@NullMarked
package org.caucus.workspace.templates;

import org.jspecify.annotations.NullMarked;
