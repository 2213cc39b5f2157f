/**
 * An author answers the echo of what they posted, and takes it back. {@link
 * org.caucus.postmaster.recalls.RecallByReply} is the step that sees it, {@link
 * org.caucus.postmaster.recalls.EchoRecalls} what it asks. The rest is that of the browser: the
 * same command, the same minute.
 */
@NullMarked
package org.caucus.postmaster.recalls;

import org.jspecify.annotations.NullMarked;
