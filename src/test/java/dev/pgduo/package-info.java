@NullMarked
package dev.pgduo;

import org.jspecify.annotations.NullMarked;
