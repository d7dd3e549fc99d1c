package id.warta.site;

import java.util.List;

/**
 * The answer to mutations that change the site's settings.
 *
 * @param site the settings as they are now
 */
record SitePayload(Site site) {

	public List<Object> errors() {
		return List.of();
	}

}
