"""The legal key that an unknown one most probably means."""

import re
from collections.abc import Mapping

from workbench.contract.field import CONTENTS, LINE_PREFIX
from workbench.contract.loading import Contract
from workbench.judging.rules.similar import Lexicon

# Keys seen in other networks' events and in broken senders, by the object they stand in. "" is the event itself.
_MEANT: Mapping[str, Mapping[str, str]] = {
    "": {
        "event": "event_name", "name": "event_name", "event_type": "event_name", "type": "event_name",
        "source": "action_source", "platform": "action_source",
        "time": "event_time", "timestamp": "event_time", "event_timestamp": "event_time", "created_at": "event_time",
        "id": "event_id", "eventid": "event_id", "deduplication_id": "event_id", "message_id": "event_id",
        "url": "event_source_url", "source_url": "event_source_url", "page_url": "event_source_url",
        "event_url": "event_source_url", "user": "user_data", "customer": "user_data", "user_info": "user_data",
        "data": "custom_data", "properties": "custom_data", "custom": "custom_data", "order": "custom_data",
        "app": "app_info", "app_data": "app_info", "device": "device_info", "partner": "partner_name",
    },
    "user_data": {
        "email": "user_data.em", "emails": "user_data.em", "email_address": "user_data.em", "mail": "user_data.em",
        "e_mail": "user_data.em", "hashed_email": "user_data.em", "email_hash": "user_data.em",
        "phone": "user_data.ph", "phone_number": "user_data.ph", "telephone": "user_data.ph", "tel": "user_data.ph",
        "mobile": "user_data.ph", "phones": "user_data.ph",
        "ip": "user_data.client_ip_address", "ip_address": "user_data.client_ip_address",
        "client_ip": "user_data.client_ip_address", "remote_addr": "user_data.client_ip_address",
        "user_agent": "user_data.client_user_agent", "ua": "user_data.client_user_agent",
        "agent": "user_data.client_user_agent", "useragent": "user_data.client_user_agent",
        "gender": "user_data.ge", "sex": "user_data.ge", "dob": "user_data.db", "bd": "user_data.db",
        "birthday": "user_data.db", "birthdate": "user_data.db", "birth_date": "user_data.db",
        "date_of_birth": "user_data.db", "first_name": "user_data.fn", "firstname": "user_data.fn",
        "last_name": "user_data.ln", "lastname": "user_data.ln", "surname": "user_data.ln",
        "city": "user_data.ct", "town": "user_data.ct", "state": "user_data.st", "region": "user_data.st",
        "province": "user_data.st", "zip": "user_data.zp", "zip_code": "user_data.zp", "zipcode": "user_data.zp",
        "postal_code": "user_data.zp", "postcode": "user_data.zp", "country_code": "user_data.country",
        "maid": "user_data.hashed_maids", "maids": "user_data.hashed_maids", "madid": "user_data.hashed_maids",
        "hashed_maid": "user_data.hashed_maids", "idfa": "user_data.hashed_maids", "gaid": "user_data.hashed_maids",
        "aaid": "user_data.hashed_maids", "advertising_id": "user_data.hashed_maids",
        "epik": "user_data.click_id", "ptk": "user_data.click_id", "clickid": "user_data.click_id",
        "user_id": "user_data.external_id", "customer_id": "user_data.external_id",
    },
    "custom_data": {
        "category_name": "custom_data.content_category", "category": "custom_data.content_category",
        "product_category": "custom_data.content_category", "brand": "custom_data.content_brand",
        "product_brand": "custom_data.content_brand", "name": "custom_data.content_name",
        "product_name": "custom_data.content_name", "title": "custom_data.content_name",
        "price": "custom_data.value", "amount": "custom_data.value", "total": "custom_data.value",
        "revenue": "custom_data.value", "order_value": "custom_data.value", "currency_code": "custom_data.currency",
        "product_id": "custom_data.content_ids", "product_ids": "custom_data.content_ids",
        "content_id": "custom_data.content_ids", "id": "custom_data.content_ids", "ids": "custom_data.content_ids",
        "item_ids": "custom_data.content_ids", "skus": "custom_data.content_ids", "sku": "custom_data.content_ids",
        "transaction_id": "custom_data.order_id", "order": "custom_data.order_id",
        "order_number": "custom_data.order_id",
        "quantity": "custom_data.num_items", "order_quantity": "custom_data.num_items",
        "count": "custom_data.num_items",
        "items": CONTENTS, "products": CONTENTS, "line_items": CONTENTS, "content": CONTENTS,
        "search": "custom_data.search_string", "query": "custom_data.search_string",
        "search_query": "custom_data.search_string", "search_term": "custom_data.search_string",
        "keyword": "custom_data.search_string", "ltv": "custom_data.predicted_ltv",
        "ldp": "custom_data.opt_out_type", "data_processing_options": "custom_data.opt_out_type",
    },
    CONTENTS: {
        "price": "item_price", "unit_price": "item_price", "product_price": "item_price", "amount": "item_price",
        "value": "item_price", "name": "item_name", "title": "item_name", "product_name": "item_name",
        "content_name": "item_name", "brand": "item_brand", "product_brand": "item_brand",
        "content_brand": "item_brand",
        "category": "item_category", "product_category": "item_category", "content_category": "item_category",
        "category_name": "item_category", "product_id": "id", "item_id": "id", "content_id": "id", "sku": "id",
        "content_ids": "id", "qty": "quantity", "count": "quantity", "num_items": "quantity",
        "brand_id": "item_brand_id",
    },
}  # fmt: skip
_CLOSE = 0.7
_COMPARED = 60


class KeyFinder:
    """Knows the legal keys of each object of the body, and what unknown ones usually mean."""

    def __init__(self, *, contract: Contract) -> None:
        self._legal: dict[str, dict[str, str]] = {"": {}, CONTENTS: {}}
        for field in contract.fields:
            if field.in_line:
                self._legal[CONTENTS][field.name] = field.name
            else:
                self._legal.setdefault(field.path.rpartition(".")[0], {})[field.name] = field.path
        places = [place for place in self._legal if place]
        for place in places:
            head, _, name = place.rpartition(".")
            self._legal.setdefault(head, {})[name] = place
        self._lexicons = {place: Lexicon(keys) for place, keys in self._legal.items()}
        self._known = frozenset([*contract.by_path, *places])

    def is_known(self, place: str) -> bool:
        """Whether a catalogue path is a field or an object of the body."""
        return place in self._known

    def nearest(self, place: str, key: str) -> str:
        """What to write instead of ``key`` in the object at ``place`` (a path without indexes), or "".

        The bare key when it belongs into the same object, else its whole path.
        """
        plain = _snake(key[:_COMPARED])
        here = self._legal.get(place, {})
        path = here.get(plain) or _MEANT.get(place, {}).get(plain) or self._elsewhere(place, plain)
        if not path:
            lexicon = self._lexicons.get(place)
            path = here.get(lexicon.closest(plain, cutoff=_CLOSE), "") if lexicon else ""
        return path.removeprefix(f"{place}.") if place else path

    def whole(self, place: str, near: str) -> str:
        """The catalogue path of what ``nearest`` gave for a key in the object at ``place``; "-" for nothing."""
        if not near:
            return "-"
        if place == CONTENTS and near in self._legal[CONTENTS]:
            return LINE_PREFIX + near
        return self._legal.get(place, {}).get(near, near)

    def _elsewhere(self, place: str, plain: str) -> str:
        for other, keys in self._legal.items():
            if other not in {place, CONTENTS} and plain in keys:
                return keys[plain]
        for other, meant in _MEANT.items():
            if other not in {place, CONTENTS, ""} and plain in meant:
                return meant[plain]
        return ""


def _snake(key: str) -> str:
    """``itemPrice``, ``Item-Price`` and ``item price`` as ``item_price``."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key)
    return re.sub(r"[\s.$-]+", "_", parted.strip().lstrip("$_")).lower()
