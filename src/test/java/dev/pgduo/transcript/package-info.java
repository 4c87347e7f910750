@NullMarked
package dev.pgduo.transcript;

import org.jspecify.annotations.NullMarked;
