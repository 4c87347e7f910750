@NullMarked
package dev.pgduo.table;

import org.jspecify.annotations.NullMarked;
