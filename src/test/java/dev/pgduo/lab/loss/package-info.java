@NullMarked
package dev.pgduo.lab.loss;

import org.jspecify.annotations.NullMarked;
