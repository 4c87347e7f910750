/** What became of labs on servers, as every format of it tells it. */
@NullMarked
package dev.pgduo.export.drift;

import org.jspecify.annotations.NullMarked;
