package id.warta.search;

import java.time.ZoneId;

import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.site.SiteSettings;
import id.warta.tag.Tags;

import org.springframework.stereotype.Component;

/**
 * What articles are filed under, held in memory.
 *
 * @param categories all categories
 * @param tags all tags
 * @param authors all authors
 * @param site says in which zone months begin
 */
@Component
record Terms(Categories categories, Tags tags, Authors authors, SiteSettings site) {

	ZoneId zone() {
		return this.site.current().zone();
	}

}
