/** Finds what a reader of a page would stumble over before it is a PDF: contrast, type, order. */
package org.sistercityimpact.pdf.lint;
