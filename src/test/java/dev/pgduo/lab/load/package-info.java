@NullMarked
package dev.pgduo.lab.load;

import org.jspecify.annotations.NullMarked;
