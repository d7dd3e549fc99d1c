package id.warta.tag;

import java.util.List;

/**
 * The answer to a mutation that a tag is left of.
 *
 * @param tag the tag
 */
record TagPayload(Tag tag) {

	public List<Object> errors() {
		return List.of();
	}

}
