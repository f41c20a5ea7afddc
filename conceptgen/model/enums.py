"""Values from a list. Each may be written in English or with its label in any language of the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from conceptgen.deliverables.formats import PDF_ENGINES, WRITERS
from conceptgen.deliverables.kinds import AUDIENCES, KINDS, VARIANT_NAMES
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.problems import problem
from conceptgen.model.scalars import kind_of


@cache
def by_label(name: str) -> dict[str, str]:
    """Every accepted spelling of a list's values → the value."""
    spellings: dict[str, str] = {}
    for language in LANGUAGES:
        for value, label in vocabulary(language)["lists"][name].items():
            spellings[label.casefold()] = value
            spellings[value.casefold()] = value
    return spellings


@dataclass(frozen=True, slots=True)
class Listed:
    """Annotated metadata: a value of the list ``name`` of the language files, in any accepted spelling.

    ``values`` are given where another room declares them; a value without a label is called as it is written.
    """

    name: str
    values: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        """Turn the spelling into the value, then validate it."""
        known = core_schema.literal_schema([*(self.values or get_args(source))])
        return core_schema.no_info_before_validator_function(self._read, known)

    def __get_pydantic_json_schema__(
        self, inner: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Offer the values first, then their labels in every language."""
        values = self.values or handler(inner)["enum"]
        lists = [vocabulary(language)["lists"][self.name] for language in LANGUAGES]
        labels = [labels.get(value, value) for labels in lists for value in values]
        return {"type": "string", "enum": list(dict.fromkeys([*values, *labels]))}

    def _read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise problem("E-TYP-02", wanted="listed", got=kind_of(value))
        spelling = value.strip().casefold()
        found = by_label(self.name).get(spelling) or (spelling if spelling in self.values else None)
        if found is None:
            raise problem("E-TYP-08", text=value, list=self.name)
        return found


ActionKind = Annotated[
    Literal[
        "standard", "process", "it_system", "staffing", "training", "environment", "product", "communication",
        "measurement", "chain", "clarify",
    ],
    Listed("action_kind"),
]  # fmt: skip
ActionStatus = Annotated[
    Literal["planned", "in_progress", "done", "late", "cancelled", "merged"], Listed("action_status")
]
ApprovalMode = Annotated[Literal["by_person", "by_act", "by_body"], Listed("approval_mode")]
Audience = Annotated[
    Literal["executives", "line_managers", "staff", "client_facing", "partners"], Listed("audience")
]
MapLane = Annotated[
    Literal[
        "goal", "deeds", "zones", "touchpoints", "channels", "feeling", "line", "heard", "pain", "onstage", "backstage",
        "systems", "served_by", "standards", "indicators", "problem_zones", "decision", "actions",
    ],
    Listed("map_lane"),
]  # fmt: skip
ChannelKind = Annotated[
    Literal[
        "in_person", "phone", "web", "app", "email", "sms", "chat", "social", "post", "self_service", "partner",
        "field_visit", "video",
    ],
    Listed("channel_kind"),
]  # fmt: skip
CheckMethod = Annotated[
    Literal["interview", "test", "role_play", "documents", "trial", "observation"], Listed("check_method")
]
Clarity = Annotated[Literal["understood", "partly", "not_understood"], Listed("clarity")]
ContributionMode = Annotated[
    Literal["interview", "worksheet", "session", "survey"], Listed("contribution_mode")
]
Currency = Annotated[
    Literal["RUB", "USD", "EUR", "CNY", "KZT", "BYN", "UZS", "AMD", "GEL", "GBP"], Listed("currency")
]
CustomerType = Annotated[Literal["b2c", "b2b", "b2g", "internal"], Listed("customer_type")]
Decision = Annotated[
    Literal["keep", "change", "remove", "new", "undecided", "not_applicable"], Listed("decision")
]
DevelopmentMode = Annotated[Literal["solo", "interviews", "session"], Listed("development_mode")]
Direction = Annotated[Literal["increase", "decrease", "keep_in_range", "reach_state"], Listed("direction")]
DocumentKind = Annotated[str, Listed("document_kind", tuple(KINDS))]
EditionFor = Annotated[str, Listed("audience", AUDIENCES)]
ElementKind = Annotated[
    Literal["person", "process", "document", "object", "environment", "message", "system"],
    Listed("element_kind"),
]
EvidenceLevel = Annotated[Literal["assumed", "observed", "researched"], Listed("evidence_level")]
ExpectationSource = Annotated[
    Literal[
        "experience", "promise", "norm", "price", "recommendations", "internet", "competitors", "survey", "interview",
        "other",
    ],
    Listed("expectation_source"),
]  # fmt: skip
FactorKind = Annotated[Literal["internal", "external"], Listed("factor_kind")]
Gender = Annotated[Literal["masculine", "feminine", "neuter", "plural"], Listed("gender")]
FileFormat = Annotated[str, Listed("file_format", tuple(WRITERS))]
CheckWay = Annotated[Literal["mystery_shopper", "self", "observation"], Listed("check_way")]
Kept = Annotated[Literal["kept", "broken", "not_seen"], Listed("kept")]
FindingMethod = Annotated[
    Literal[
        "self_search", "mystery_shopper", "customer_survey", "interview", "session", "data", "complaint_analysis",
        "observation",
    ],
    Listed("finding_method"),
]  # fmt: skip
FindingStatus = Annotated[Literal["open", "in_work", "closed", "accepted"], Listed("finding_status")]
PdfEngine = Annotated[str, Listed("pdf_engine", tuple(PDF_ENGINES))]
Frequency = Annotated[
    Literal["once", "continuous", "daily", "weekly", "monthly", "quarterly", "half_year", "yearly", "event"],
    Listed("frequency"),
]
Impact = Annotated[
    Literal["churn", "complaint", "cost", "delay", "reputation", "staff_loss"], Listed("impact")
]
IndicatorKind = Annotated[
    Literal["perception", "process", "result", "complaint", "staff"], Listed("indicator_kind")
]
Language = Annotated[str, Listed("language", LANGUAGES)]
LegalKind = Annotated[
    Literal["federal_law", "law", "decree", "gov_act", "agency_order", "gost", "iso", "local_act"],
    Listed("legal_kind"),
]
LegalStatus = Annotated[Literal["in_force", "superseded", "not_checked"], Listed("legal_status")]
Level = Annotated[Literal["must", "desirable"], Listed("level")]
LifeCycle = Annotated[Literal["new", "repeat", "lost"], Listed("life_cycle")]
Metric = Annotated[
    Literal[
        "nps", "csat", "ces", "csi", "fcr", "sl", "sla", "aht", "asa", "abandon", "wait_time", "complaints_rate",
        "retention", "churn", "repeat", "servqual_gap", "comp_score",
    ],
    Listed("metric"),
]  # fmt: skip
Onset = Annotated[Literal["always", "recent", "unknown"], Listed("onset")]
PartnerKind = Annotated[
    Literal["contractor", "supplier", "agent", "bank", "insurer", "authority", "subsidiary", "other"],
    Listed("partner_kind"),
]
Per = Annotated[Literal["day", "week", "month", "quarter", "year", "case"], Listed("per")]
Phase = Annotated[Literal["before", "during", "after", "cross"], Listed("phase")]
Priority = Annotated[Literal["high", "medium", "low"], Listed("priority")]
Profile = Annotated[Literal["plain", "gost-7.0.97-2025", "gost-7.0.97-2016"], Listed("layout_profile")]
RoundMethod = Annotated[
    Literal["expert", "self", "team_vote", "client_survey", "mystery_shopper", "interview", "mixed"],
    Listed("round_method"),
]
Servqual = Annotated[
    Literal["tangibles", "reliability", "responsiveness", "assurance", "empathy"], Listed("servqual")
]
SkippedLevel = Annotated[Literal["zone", "element"], Listed("chain_level")]
SourceKind = Annotated[
    Literal[
        "survey", "interview", "mystery_shopper", "report", "law", "observation", "statistics", "publication",
        "complaints", "starter", "other",
    ],
    Listed("source_kind"),
]  # fmt: skip
Status = Annotated[Literal["draft", "for_approval", "approved", "superseded"], Listed("status")]
TargetLevel = Annotated[Literal["must", "should", "stretch"], Listed("target_level")]
TargetKind = Annotated[Literal["target", "norm"], Listed("target_kind")]
Unit = Annotated[
    Literal[
        "pct", "pp", "point", "score", "sec", "min", "hour", "day", "day_cal", "day_work", "week", "month",
        "quarter", "year", "count", "per_1000", "rub", "ratio", "state", "none",
    ],
    Listed("unit"),
]  # fmt: skip
UnknownReason = Annotated[
    Literal["not_in_source", "not_measured", "confidential", "tbd", "nobody"], Listed("unknown_reason")
]
VariantName = Annotated[str, Listed("variant", VARIANT_NAMES)]
Verdict = Annotated[Literal["found", "not_found", "not_checked", "not_applicable"], Listed("verdict")]
VariantOfMetric = Annotated[
    Literal["mean", "median", "max", "min", "p95", "p90", "top2", "share", "weighted"],
    Listed("metric_variant"),
]
ZoneKind = Annotated[
    Literal["physical", "digital", "phone", "correspondence", "field_visit", "partner"], Listed("zone_kind")
]
