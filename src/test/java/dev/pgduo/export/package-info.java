@NullMarked
package dev.pgduo.export;

import org.jspecify.annotations.NullMarked;
