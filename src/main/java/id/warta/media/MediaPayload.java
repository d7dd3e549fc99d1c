package id.warta.media;

import java.util.List;

/**
 * The answer to a mutation that a medium is left of.
 *
 * @param media the medium
 */
record MediaPayload(Media media) {

	public List<Object> errors() {
		return List.of();
	}

}
