/**
 * Records as JSON by the names of their fields. {@link org.caucus.platform.json.JsonFields} is the
 * list of those that are written, for the answers of the API and for members' own copies; {@link
 * org.caucus.platform.json.PlainJson} marks the small records that are written whole.
 */
@NullMarked
package org.caucus.platform.json;

import org.jspecify.annotations.NullMarked;
