@NullMarked
package dev.pgduo.lab.pair;

import org.jspecify.annotations.NullMarked;
