@NullMarked
package dev.pgduo.session.review;

import org.jspecify.annotations.NullMarked;
