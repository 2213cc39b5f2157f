/**
 * Lists and their threads. A {@link org.caucus.coalition.lists.MailingList} is an address with a
 * ceiling audience; mail to it, or a post in the browser, starts or continues a {@link
 * org.caucus.coalition.lists.Thread}.
 *
 * <p>{@link org.caucus.coalition.lists.ListDecider} decides, {@link
 * org.caucus.coalition.lists.Lists} is the state, {@link org.caucus.coalition.lists.ListRoutes} and
 * {@link org.caucus.coalition.lists.ThreadRoutes} answer the browser, {@link
 * org.caucus.coalition.lists.ListPresenter} shows.
 *
 * <p>What was said on a list last: {@link org.caucus.coalition.lists.LatestPosts} keeps it by who
 * reads it, so that each reader is told without a walk through all threads.
 */
@NullMarked
package org.caucus.coalition.lists;

import org.jspecify.annotations.NullMarked;
